package dev.alidade.ask.build;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A named property of a reading; its weight says how much it speaks for it. */
final class Feature {
  private static final Map<String, Feature> BY_NAME = new ConcurrentHashMap<>();
  private static final List<Feature> ALL = new ArrayList<>();

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

  /** Those that were named until now, by their numbers. */
  static synchronized List<Feature> all() {
    return List.copyOf(ALL);
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
    private final Map<Clause, Feature> byClause = new EnumMap<>(Clause.class);
    private final Map<Clause, Map<Link, Feature>> byLink = new EnumMap<>(Clause.class);

    Family(String name) {
      base = Feature.of(name);
      for (Clause clause : Clause.values()) {
        byClause.put(clause, Feature.of(name + "|" + clause));
        Map<Link, Feature> links = new EnumMap<>(Link.class);
        for (Link link : Link.values()) {
          links.put(link, Feature.of(name + "|" + clause + "|" + link));
        }
        byLink.put(clause, links);
      }
    }

    Feature base() {
      return base;
    }

    Feature in(Clause clause) {
      return byClause.get(clause);
    }

    Feature after(Clause clause, Link link) {
      return byLink.get(clause).get(link);
    }
  }
}
