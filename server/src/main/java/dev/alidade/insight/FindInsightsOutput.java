package dev.alidade.insight;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/**
 * What {@code find_insights} gives, the strongest first.
 *
 * @param tested how many tests were made, whatever came out
 * @param statements how many statements ran for it
 */
public record FindInsightsOutput(
    String source,
    @Description("The table or result that was looked at") String subject,
    @Headline(1) @Description("What was done and found") String explanation,
    @Headline(2) List<Insight> insights,
    @Description("How many tests were made, whatever came out") int tested,
    @Description("How many statements ran") int statements,
    @Headline(3) @Description("What was left out, and why") List<String> notes) {
  public FindInsightsOutput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(explanation, "explanation");
    insights = List.copyOf(insights);
    notes = List.copyOf(notes);
  }
}
