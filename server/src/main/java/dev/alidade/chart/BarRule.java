package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** A measure for each of some categories. */
final class BarRule implements ChartRule {
  private static final int MOST_BARS = 60;

  @Override
  public Optional<ChartSpec> draw(String title, Shape shape) {
    if (shape.categories().isEmpty()
        || shape.categories().size() > 2
        || shape.measures().size() != 1
        || shape.rows() < 2
        || shape.rows() > MOST_BARS) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSpec(
            ChartKind.BAR,
            title,
            Optional.of(ChartSpec.Axis.of(shape.categories().getLast())),
            List.of(ChartSpec.Axis.of(shape.measures().getFirst())),
            "Bars compare a measure between categories"));
  }
}
