package dev.alidade.chart;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code render_chart} takes. */
public record RenderChartInput(
    @Description("Name of the source of `sql`, as list_sources gives it") Optional<String> source,
    @Description(
            "One statement that reads; its rows are drawn, up to 5000. Or give `query`, or `conversation`")
        Optional<String> sql,
    @Description("Values to bind, as query takes them, or as run_query does")
        Optional<Object> parameters,
    @Description("A saved query whose rows are drawn, as list_queries names it")
        Optional<String> query,
    @Description("A conversation of yours whose answer is drawn; `last` is the latest")
        Optional<String> conversation,
    @Description("Which turn of the conversation; the last one unless given") Optional<String> turn,
    @Description("What the rows answer; its words count in the choice of the chart")
        Optional<String> question,
    @Description("What stands above the chart") Optional<String> title,
    @Description("The kind of chart; the best is chosen unless given") Optional<ChartKind> kind,
    @Description(
            "A whole spec instead of a kind: which column does what. Take the one of an answer or of an earlier call and change it")
        Optional<ChartSpec> chart,
    @Description("The colours; light unless given") Optional<Theme> theme,
    @Description("Whose numbers and dates are written, such as en-US or de")
        Optional<String> locale,
    @Description("Of a picture, from 200 to 4000; 800 unless given") Optional<Integer> width,
    @Description("Of a picture, from 150 to 4000; 500 unless given") Optional<Integer> height,
    @Description(
            "plotly and vega_lite are JSON to draw; html is a page that works offline; svg, png and pdf are pictures, which Chromium draws on the server; plotly unless given")
        Optional<ChartFormat> as) {
  public RenderChartInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(theme, "theme");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(width, "width");
    Objects.requireNonNull(height, "height");
    Objects.requireNonNull(as, "as");
  }
}
