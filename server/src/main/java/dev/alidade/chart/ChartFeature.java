package dev.alidade.chart;

import dev.alidade.operation.Operation;
import dev.alidade.query.QueryService;
import java.util.List;

/** The operation that draws results. */
public final class ChartFeature {
  private final ChartService service;

  /** Charts of what {@code queries} gives. */
  public ChartFeature(QueryService queries) {
    this.service = new ChartService(queries);
  }

  /** {@code render_chart}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("render_chart", RenderChartInput.class, RenderChartOutput.class)
            .title("Draw a chart")
            .description(
                "Draws the rows of a statement: chooses the kind from the rows and the question, or "
                    + "takes a kind or a whole spec of columns. Gives the spec, the reason, other "
                    + "kinds that fit, the chart in words, and Plotly JSON, Vega-Lite JSON or an SVG "
                    + "picture. A spec is data; no code is run.")
            .primary("sql")
            .examples(
                "render-chart \"SELECT status, count(*) AS orders FROM orders GROUP BY status\" --source shop --kind pie",
                "render-chart \"SELECT status, count(*) AS orders FROM orders GROUP BY status\" --source shop --as svg")
            .handledBy(service::render));
  }
}
