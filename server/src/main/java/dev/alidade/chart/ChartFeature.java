package dev.alidade.chart;

import dev.alidade.operation.Operation;
import dev.alidade.query.QueryService;
import java.util.List;

/** The operations that draw results. */
public final class ChartFeature {
  private final ChartService service;

  /** Charts of what {@code queries} gives. */
  public ChartFeature(QueryService queries) {
    this.service = new ChartService(queries);
  }

  /** {@code render_chart} and {@code draw_rows}. */
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
            .handledBy(service::render),
        Operation.named("draw_rows", DrawRowsInput.class, DrawRowsOutput.class)
            .title("Draw rows")
            .description(
                "Draws rows that you have already, as the answer of ask or query gave them; nothing "
                    + "is read anew. Gives the spec, Plotly JSON, the chart in words, and for every "
                    + "kind of chart why it fits these rows or what they lack for it.")
            .examples(
                "draw-rows --columns '[{\"name\":\"status\",\"type\":\"text\"},{\"name\":\"orders\",\"type\":\"integer\"}]' --rows '[[\"open\",3],[\"paid\",5]]'")
            .handledBy((input, invocation) -> RowsDrawing.of(input)));
  }
}
