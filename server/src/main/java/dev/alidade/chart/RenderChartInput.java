package dev.alidade.chart;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code render_chart} takes. */
public record RenderChartInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads; its rows are drawn, up to 5000") String sql,
    @Description("Values to bind, as query takes them") Optional<Object> parameters,
    @Description("What the rows answer; its words count in the choice of the chart")
        Optional<String> question,
    @Description("What stands above the chart") Optional<String> title,
    @Description("The kind of chart; the best is chosen unless given") Optional<ChartKind> kind,
    @Description(
            "A whole spec instead of a kind: which column does what. Take the one of an answer or of an earlier call and change it")
        Optional<ChartSpec> chart,
    @Description("The colours; light unless given") Optional<Theme> theme,
    @Description("plotly and vega_lite are JSON to draw, svg is a picture; plotly unless given")
        Optional<ChartFormat> as) {
  public RenderChartInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(theme, "theme");
    Objects.requireNonNull(as, "as");
  }
}
