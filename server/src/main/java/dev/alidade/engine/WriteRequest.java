package dev.alidade.engine;

import dev.alidade.base.Cancellation;
import dev.alidade.policy.GovernedWrite;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * What an engine needs to change rows.
 *
 * @param keep whether the change stays, asked with the number of rows that it touched; otherwise it
 *     is rolled back
 */
public record WriteRequest(
    GovernedWrite sql, Parameters parameters, Cancellation cancellation, LongPredicate keep) {
  public WriteRequest {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(keep, "keep");
  }
}
