package dev.alidade.chart.template;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What {@code remove_chart_template} takes. */
public record RemoveTemplateInput(
    @Description("One of your own, as list_chart_templates names it") String name) {
  public RemoveTemplateInput {
    Objects.requireNonNull(name, "name");
  }
}
