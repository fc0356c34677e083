package dev.alidade.chart;

import dev.alidade.operation.Description;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.Headline;
import dev.alidade.operation.OutputFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code render_chart} gives. */
public record RenderChartOutput(
    ChartFormat format,
    @Description("The spec that was drawn, with the reason for its kind") ChartSpec chart,
    @Description("Other kinds that these rows can be drawn as, the best first")
        List<Alternative> alternatives,
    @Headline(2) @Description("The chart in words, for who does not see it") String alt,
    @Description("Whether there are more rows than were drawn") boolean truncated,
    @Description("Plotly's data, layout and frames, or a Vega-Lite specification")
        Optional<Object> figure,
    @Headline(1) @Description("The picture, where svg was asked for") Optional<String> svg,
    @Description("The file, where html, svg, png or pdf was asked for") Optional<OutputFile> file)
    implements FileOutput {
  /**
   * Another chart of the same rows.
   *
   * @param score how well it fits, from 0 to 1 by the rows alone
   */
  public record Alternative(ChartKind kind, double score, String reason) {
    public Alternative {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(reason, "reason");
    }
  }

  public RenderChartOutput {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(chart, "chart");
    alternatives = List.copyOf(alternatives);
    Objects.requireNonNull(alt, "alt");
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(svg, "svg");
    Objects.requireNonNull(file, "file");
  }
}
