package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a spec a kind of chart cannot do without.
 *
 * @param along whether something to stand along
 * @param measures how many measures
 * @param levels how many columns of a path
 */
record Needs(boolean along, int measures, int levels) {
  static final Needs PLACE_AND_MEASURE = new Needs(true, 1, 0);
  static final Needs MEASURE = new Needs(false, 1, 0);

  boolean areMet(ChartSpec spec) {
    return (!along || spec.x().isPresent())
        && spec.y().size() >= measures
        && spec.levels().size() >= levels;
  }

  String words() {
    List<String> words = new ArrayList<>();
    if (along) {
      words.add("`x`");
    }
    if (measures > 0) {
      words.add("%d in `y`".formatted(measures));
    }
    if (levels > 0) {
      words.add("%d in `path`".formatted(levels));
    }
    return String.join(", ", words);
  }
}
