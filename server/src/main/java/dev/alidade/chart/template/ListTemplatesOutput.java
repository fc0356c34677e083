package dev.alidade.chart.template;

import java.util.List;

/** What {@code list_chart_templates} gives. */
public record ListTemplatesOutput(List<ChartTemplate> templates) {
  public ListTemplatesOutput {
    templates = List.copyOf(templates);
  }
}
