package dev.alidade.insight;

import dev.alidade.engine.Column;
import dev.alidade.insight.statistic.Tally;
import java.util.List;
import java.util.Map;

/** What rows have together for each value of a dimension. */
record Groups(Column dimension, List<String> names, Map<Measure, List<Tally>> tallies) {
  Groups {
    names = List.copyOf(names);
    tallies = Map.copyOf(tallies);
  }

  /** The dimension within a sentence. */
  String phrase() {
    return dimension.name().replace('_', ' ');
  }
}
