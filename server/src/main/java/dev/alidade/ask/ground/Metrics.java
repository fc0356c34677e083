package dev.alidade.ask.ground;

import dev.alidade.ask.plan.Domain;
import java.util.List;
import java.util.Optional;

/** The metrics of a semantic model that a source has the columns for. */
public final class Metrics {
  private Metrics() {}

  /** Each of them over the source's tables, which its formula calls by their names. */
  public static List<BoundMetric> of(Domain domain) {
    MetricBinder binder = new MetricBinder(domain);
    return domain.model().metrics().stream().map(binder::bind).flatMap(Optional::stream).toList();
  }
}
