package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** Chooses the chart of a result; many results are best left as a table. */
public final class ChartChooser {
  private static final List<ChartRule> RULES =
      List.of(new NumberRule(), new LineRule(), new BarRule(), new ScatterRule());

  private ChartChooser() {}

  /** The first chart that fits. */
  public static Optional<ChartSpec> choose(
      String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    Shape shape = Shape.of(columns, rows);
    return RULES.stream().flatMap(rule -> rule.draw(title, shape).stream()).findFirst();
  }

  /** The chart of this kind; empty where the result cannot be drawn so. */
  public static Optional<ChartSpec> as(
      ChartKind kind, String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    return WantedChart.draw(kind, title, Shape.of(columns, rows));
  }
}
