package dev.alidade.chart;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code draw_rows} gives. */
public record DrawRowsOutput(
    @Description("The spec that was drawn; none where a table says it better")
        Optional<ChartSpec> chart,
    @Headline(1) @Description("The chart in words, for who does not see it") Optional<String> alt,
    @Description("Plotly's data, layout and frames") Optional<Object> figure,
    @Description("Every kind of chart: those that these rows can be drawn as first, the best first")
        List<Kind> kinds,
    @Description("What render_chart can hand the chart over as") List<ChartFormat> formats) {
  /** A kind of chart, beside these rows. */
  public record Kind(
      ChartKind kind,
      @Description("What people call it") String name,
      @Description("Whether these rows can be drawn so") boolean fits,
      @Description("Why it would be shown so, or what the rows would need to have") String why) {
    public Kind {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
    }
  }

  public DrawRowsOutput {
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(alt, "alt");
    Objects.requireNonNull(figure, "figure");
    kinds = List.copyOf(kinds);
    formats = List.copyOf(formats);
  }
}
