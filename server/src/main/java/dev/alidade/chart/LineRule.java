package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** A measure over time. */
final class LineRule implements ChartRule {
  private static final int MOST_LINES = 4;

  @Override
  public Optional<ChartSpec> draw(String title, Shape shape) {
    if (shape.times().size() != 1
        || !shape.categories().isEmpty()
        || shape.measures().isEmpty()
        || shape.rows() < 2) {
      return Optional.empty();
    }
    List<ChartSpec.Axis> lines =
        shape.measures().stream().limit(MOST_LINES).map(ChartSpec.Axis::of).toList();
    return Optional.of(
        new ChartSpec(
            ChartKind.LINE,
            title,
            Optional.of(ChartSpec.Axis.of(shape.times().getFirst())),
            lines,
            "A measure over time reads best as a line"));
  }
}
