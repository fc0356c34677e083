package dev.alidade.chart.template;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/** What {@code save_chart_template} gives. */
public record SaveTemplateOutput(
    ChartTemplate template,
    @Headline(1) @Description("Colours that can hardly be seen on their ground, a sentence each")
        List<String> warnings) {
  public SaveTemplateOutput {
    Objects.requireNonNull(template, "template");
    warnings = List.copyOf(warnings);
  }
}
