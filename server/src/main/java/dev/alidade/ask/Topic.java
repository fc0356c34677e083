package dev.alidade.ask;

import dev.alidade.ask.plan.Plan;
import dev.alidade.chart.ChartKind;
import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.ChartStyle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a conversation is about: the plan that follow-ups change.
 *
 * @param said the words that said a condition, by the condition in plain words
 * @param chart how the asker wants it drawn, where they said so
 * @param drawn whether it is drawn at all
 * @param look how its chart looks, where the asker changed that
 * @param planner who made the plan that words have changed since; none where a person approved it
 */
record Topic(
    String source,
    Plan plan,
    Map<String, String> said,
    Optional<ChartKind> chart,
    boolean drawn,
    Trust.Label label,
    double confidence,
    Optional<ChartStyle> look,
    Optional<String> planner) {
  Topic {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(plan, "plan");
    said = Map.copyOf(said);
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(look, "look");
    Objects.requireNonNull(planner, "planner");
  }

  Topic chosen() {
    return new Topic(source, plan, said, chart, drawn, label, 1, look, planner);
  }

  Topic drawnAs(ChartSpec spec) {
    return new Topic(
        source,
        plan,
        said,
        Optional.of(spec.kind()),
        true,
        label,
        confidence,
        spec.style(),
        planner);
  }
}
