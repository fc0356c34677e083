package dev.alidade.ask.verified;

import dev.alidade.ask.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question that is an approved one but for its values.
 *
 * @param plan its answer, where it was approved as a plan
 * @param sql its answer
 * @param changes which values took the place of which, in the words of both questions
 */
public record VerifiedMatch(
    VerifiedPair pair, Optional<Plan> plan, String sql, List<Change> changes) {
  /** One value in the place of another. */
  public record Change(String before, String after) {
    public Change {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  public VerifiedMatch {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(sql, "sql");
    changes = List.copyOf(changes);
  }
}
