package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PlanNode;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.Limit;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one query may use: as its request says, and no more than its caller may. */
record Bounds(QueryLimits asked, Limits limits) {
  Bounds {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(limits, "limits");
  }

  Duration timeout() {
    return asked.within(seconds().orElse(asked.timeout())).timeout();
  }

  private Optional<Duration> seconds() {
    return limits.find(LimitKind.SECONDS).map(limit -> Duration.ofSeconds(limit.most()));
  }

  /** Why a query was stopped that ran too long. */
  AlidadeException tooLong(String source, AlidadeException cause) {
    Optional<String> rule =
        limits
            .find(LimitKind.SECONDS)
            .filter(limit -> timeout().toSeconds() == limit.most())
            .map(limit -> ", all that %s allows".formatted(limit.rule()));
    return new AlidadeException(
        ErrorCode.QUERY_TIMEOUT,
        "The query on `%s` was stopped after %d s%s; filter or aggregate more, or ask for fewer rows"
            .formatted(source, timeout().toSeconds(), rule.orElse("")),
        cause);
  }

  /** Fails where the engine expects more work of the statement than its caller may cause. */
  void checkCost(GovernedSql sql, PlanNode plan) {
    Optional<Limit> cost = limits.find(LimitKind.COST);
    Optional<Long> estimate = estimate(plan);
    if (cost.isEmpty() || estimate.isEmpty() || estimate.get() <= cost.get().most()) {
      return;
    }
    // The number would tell of rows that policies hide.
    String expected = sql.isNarrowed() ? "more" : "%,d".formatted(estimate.get());
    throw new AlidadeException(
        ErrorCode.QUERY_TOO_EXPENSIVE,
        "The engine expects %s rows in the steps of this query, and %s allows %,d; it will not be cheaper later, so filter more, join less, or see explain_query"
            .formatted(expected, cost.get().rule(), cost.get().most()));
  }

  /** The rows that all steps are expected to make; empty where the engine expects nothing. */
  private static Optional<Long> estimate(PlanNode plan) {
    long sum = 0;
    boolean known = false;
    for (Optional<Long> part : parts(plan)) {
      known = known || part.isPresent();
      long rows = Math.max(0, part.orElse(0L));
      sum = sum > Long.MAX_VALUE - rows ? Long.MAX_VALUE : sum + rows;
    }
    return known ? Optional.of(sum) : Optional.empty();
  }

  private static List<Optional<Long>> parts(PlanNode plan) {
    List<Optional<Long>> parts = new ArrayList<>();
    parts.add(plan.estimatedRows());
    plan.children().forEach(child -> parts.add(estimate(child)));
    return parts;
  }
}
