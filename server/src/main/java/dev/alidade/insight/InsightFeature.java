package dev.alidade.insight;

import dev.alidade.operation.Operation;
import java.util.List;

/** The operation that finds what stands out. */
public final class InsightFeature {
  private final InsightService service;

  /** The operation over {@code service}. */
  public InsightFeature(InsightService service) {
    this.service = service;
  }

  /** {@code find_insights}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("find_insights", FindInsightsInput.class, FindInsightsOutput.class)
            .title("Find insights")
            .description(
                "Tests a table, the result of a SELECT or an answer of a conversation for what "
                    + "stands out: trends, outliers, changes and what they come from, correlations, "
                    + "concentration. Each insight comes with the SQL that shows it and its "
                    + "p-value, corrected for all tests made; where nothing stands out it says so.")
            .primary("table")
            .examples(
                "find-insights customers --source shop",
                "find-insights --source shop --sql \"SELECT ordered_at, status FROM orders\"",
                "find-insights --conversation last")
            .handledBy(service::find));
  }
}
