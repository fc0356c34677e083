package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** One number stands for itself. */
final class NumberRule implements ChartRule {
  @Override
  public Optional<ChartSpec> draw(String title, Shape shape) {
    if (shape.rows() != 1 || shape.columns() != 1 || shape.measures().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSpec(
            ChartKind.NUMBER,
            title,
            Optional.empty(),
            List.of(ChartSpec.Axis.of(shape.measures().getFirst())),
            "The answer is one number"));
  }
}
