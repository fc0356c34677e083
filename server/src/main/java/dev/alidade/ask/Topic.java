package dev.alidade.ask;

import dev.alidade.ask.plan.Plan;
import dev.alidade.chart.ChartKind;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a conversation is about: the plan that follow-ups change.
 *
 * @param said the words that said a condition, by the condition in plain words
 * @param chart how the asker wants it drawn, where they said so
 * @param drawn whether it is drawn at all
 */
record Topic(
    String source,
    Plan plan,
    Map<String, String> said,
    Optional<ChartKind> chart,
    boolean drawn,
    Trust.Label label,
    double confidence) {
  Topic {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(plan, "plan");
    said = Map.copyOf(said);
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(label, "label");
  }

  Topic chosen() {
    return new Topic(source, plan, said, chart, drawn, label, 1);
  }
}
