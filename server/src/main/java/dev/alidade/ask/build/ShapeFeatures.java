package dev.alidade.ask.build;

import dev.alidade.ask.plan.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the shape of a whole plan goes with the words that tell what shape is wanted. */
final class ShapeFeatures {
  private static final Cues CUES = Cues.english();

  /** By trait, one feature for each cue, and the last for the trait itself. */
  private static final Map<Trait, Feature[]> PAIRED = new EnumMap<>(Trait.class);

  static {
    for (Trait trait : Trait.values()) {
      String name = "shape." + trait;
      Feature[] row = new Feature[CUES.names().size() + 1];
      for (int cue = 0; cue < CUES.names().size(); cue++) {
        row[cue] = Feature.of(name + "+" + CUES.names().get(cue));
      }
      row[CUES.names().size()] = Feature.of(name);
      PAIRED.put(trait, row);
    }
  }

  private ShapeFeatures() {}

  /** One for each trait, and one for each pair of a trait and a cue. */
  static List<State.Weighed> of(Plan plan, JoinGraph graph, Set<Integer> cues) {
    List<State.Weighed> features = new ArrayList<>();
    for (Trait trait : Traits.of(plan, graph)) {
      Feature[] row = PAIRED.get(trait);
      features.add(new State.Weighed(row[row.length - 1], 1));
      for (int cue : cues) {
        features.add(new State.Weighed(row[cue], 1));
      }
    }
    return features;
  }
}
