package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws a result as somebody wants it, where it has the columns for that. */
final class WantedChart {
  private static final int MOST_LINES = 4;

  private WantedChart() {}

  static Optional<ChartSpec> draw(ChartKind kind, String title, Shape shape) {
    List<String> places =
        Stream.concat(shape.times().stream(), shape.categories().stream()).toList();
    List<String> measures = shape.measures();
    return switch (kind) {
      case NUMBER -> new NumberRule().draw(title, shape);
      case SCATTER ->
          measures.size() < 2
              ? Optional.empty()
              : Optional.of(spec(kind, title, measures.getFirst(), measures.subList(1, 2)));
      case LINE ->
          places.isEmpty() || measures.isEmpty() || shape.rows() < 2
              ? Optional.empty()
              : Optional.of(
                  spec(
                      kind,
                      title,
                      places.getFirst(),
                      measures.subList(0, Math.min(MOST_LINES, measures.size()))));
      case BAR, PIE ->
          places.isEmpty() || measures.isEmpty() || shape.rows() < 1
              ? Optional.empty()
              : Optional.of(spec(kind, title, places.getLast(), measures.subList(0, 1)));
    };
  }

  private static ChartSpec spec(ChartKind kind, String title, String x, List<String> y) {
    return new ChartSpec(
        kind,
        title,
        Optional.of(ChartSpec.Axis.of(x)),
        y.stream().map(ChartSpec.Axis::of).toList(),
        "You asked for it");
  }
}
