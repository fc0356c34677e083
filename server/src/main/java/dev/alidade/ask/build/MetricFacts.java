package dev.alidade.ask.build;

import dev.alidade.ask.ground.BoundMetric;
import java.util.ArrayList;
import java.util.List;

/** What the metrics among the facts of a reading say together. */
final class MetricFacts {
  private MetricFacts() {}

  /** The metrics, in the order of the question. */
  static List<BoundMetric> of(List<Fact> facts) {
    List<BoundMetric> metrics = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.ShowMetric show) {
        metrics.add(show.metric());
      }
      if (fact instanceof Fact.SortMetric sort) {
        metrics.add(sort.metric());
      }
      if (fact instanceof Fact.MetricTest test) {
        metrics.add(test.metric());
      }
    }
    return metrics;
  }

  /** The dates that periods are counted by; empty where no metric says. */
  static List<Target> times(List<Fact> facts) {
    return of(facts).stream()
        .flatMap(metric -> metric.time().stream())
        .map(time -> new Target(time.table(), time.column()))
        .distinct()
        .toList();
  }
}
