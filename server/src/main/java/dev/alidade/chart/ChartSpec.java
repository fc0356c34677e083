package dev.alidade.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart of a result, for any drawing library.
 *
 * @param reason why this kind was chosen
 */
public record ChartSpec(
    ChartKind kind, String title, Optional<Axis> x, List<Axis> y, String reason) {
  /** A column of the result and what stands beside it. */
  public record Axis(String column, String label) {
    public Axis {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(label, "label");
    }

    static Axis of(String column) {
      return new Axis(column, column.replace('_', ' '));
    }
  }

  public ChartSpec {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(x, "x");
    y = List.copyOf(y);
    Objects.requireNonNull(reason, "reason");
  }
}
