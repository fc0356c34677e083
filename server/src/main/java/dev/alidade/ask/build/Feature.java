package dev.alidade.ask.build;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A named property of a reading; its weight says how much it speaks for it. */
final class Feature {
  private static final Map<String, Feature> BY_NAME = new ConcurrentHashMap<>();
  private static final List<Feature> ALL = new CopyOnWriteArrayList<>();

  private final String name;
  private final int number;

  private Feature(String name, int number) {
    this.name = name;
    this.number = number;
  }

  static Feature of(String name) {
    Feature known = BY_NAME.get(name);
    return known == null ? create(name) : known;
  }

  private static synchronized Feature create(String name) {
    Feature known = BY_NAME.get(name);
    if (known != null) {
      return known;
    }
    Feature feature = new Feature(name, ALL.size());
    ALL.add(feature);
    BY_NAME.put(name, feature);
    return feature;
  }

  static List<Feature> all() {
    return ALL;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  /** A feature that is refined by where in the sentence it occurs. */
  static final class Family {
    private final Feature base;
    private final Feature[] byClause = new Feature[Clause.values().length];
    private final Feature[][] byLink = new Feature[Clause.values().length][Link.values().length];

    Family(String name) {
      base = Feature.of(name);
      for (Clause clause : Clause.values()) {
        byClause[clause.ordinal()] = Feature.of(name + "|" + clause);
        for (Link link : Link.values()) {
          byLink[clause.ordinal()][link.ordinal()] =
              Feature.of(name + "|" + clause + "|" + link);
        }
      }
    }

    Feature base() {
      return base;
    }

    Feature in(Clause clause) {
      return byClause[clause.ordinal()];
    }

    Feature after(Clause clause, Link link) {
      return byLink[clause.ordinal()][link.ordinal()];
    }
  }
}
