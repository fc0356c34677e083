package dev.alidade.ask;

import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code change_chart} takes. */
public record ChangeChartInput(
    @Description("A conversation of yours, or last") String conversation,
    @Description("The turn whose answer is drawn otherwise; the last one unless given")
        Optional<String> turn,
    @Description("The whole chart; its columns must be columns of the answer") ChartSpec chart) {
  public ChangeChartInput {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(chart, "chart");
  }
}
