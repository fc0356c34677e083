package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/** Two measures against each other. */
final class ScatterRule implements ChartRule {
  @Override
  public Optional<ChartSpec> draw(String title, Shape shape) {
    if (shape.measures().size() != 2 || shape.rows() < 3 || !shape.times().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSpec(
            ChartKind.SCATTER,
            title,
            Optional.of(ChartSpec.Axis.of(shape.measures().getFirst())),
            List.of(ChartSpec.Axis.of(shape.measures().getLast())),
            "Points show how two measures go together"));
  }
}
