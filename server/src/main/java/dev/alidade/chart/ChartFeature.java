package dev.alidade.chart;

import dev.alidade.chart.browser.Chromium;
import dev.alidade.operation.Operation;
import dev.alidade.operation.Streaming;
import dev.alidade.query.QueryService;
import java.util.List;

/** The operations that draw results. */
public final class ChartFeature {
  private final ChartService service;

  /**
   * Charts of what {@code queries} gives.
   *
   * @param finder knows statements that are kept elsewhere
   * @param chromium draws pictures, where it is installed
   */
  public ChartFeature(QueryService queries, ChartSubject.Finder finder, Chromium chromium) {
    this.service = new ChartService(new ChartRows(queries, finder), new ChartPictures(chromium));
  }

  /** {@code render_chart} and {@code draw_rows}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("render_chart", RenderChartInput.class, RenderChartOutput.class)
            .title("Draw a chart")
            .description(
                "Draws the rows of a statement, of a saved query or of an answer: chooses the kind "
                    + "from the rows and the question, or takes a kind or a whole spec of columns. "
                    + "Gives the spec, the reason, other kinds that fit, the chart in words, and "
                    + "Plotly or Vega-Lite JSON, a page that works offline, or a picture (SVG, PNG, "
                    + "PDF). A spec is data; no code is run.")
            .primary("sql")
            .examples(
                "render-chart \"SELECT status, count(*) AS orders FROM orders GROUP BY status\" --source shop --kind pie",
                "render-chart \"SELECT status, count(*) AS orders FROM orders GROUP BY status\" --source shop --as png > orders.png",
                "render-chart --conversation last --as html > answer.html")
            .stream(mediaType(ChartFormat.PNG), file(ChartFormat.PNG))
            .stream(mediaType(ChartFormat.SVG), file(ChartFormat.SVG))
            .stream(mediaType(ChartFormat.PDF), file(ChartFormat.PDF))
            .stream(mediaType(ChartFormat.HTML), file(ChartFormat.HTML))
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

  private static String mediaType(ChartFormat format) {
    return format.mediaType().orElseThrow();
  }

  private Streaming<RenderChartInput> file(ChartFormat format) {
    return (input, invocation, out) -> out.write(service.file(input, format, invocation).bytes());
  }
}
