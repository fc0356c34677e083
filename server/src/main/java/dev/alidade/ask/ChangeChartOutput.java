package dev.alidade.ask;

import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import java.util.Objects;

/** What {@code change_chart} gives. */
public record ChangeChartOutput(
    String conversation,
    String turn,
    @Description("The chart that is kept with the answer now") ChartSpec chart) {
  public ChangeChartOutput {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(chart, "chart");
  }
}
