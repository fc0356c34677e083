package dev.alidade.engine;

import dev.alidade.base.Cancellation;
import dev.alidade.policy.GovernedSql;
import java.util.Objects;

/** What an engine needs to run a statement; raising {@code cancellation} stops it. */
public record ExecutionRequest(GovernedSql sql, Parameters parameters, Cancellation cancellation) {
  public ExecutionRequest {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(cancellation, "cancellation");
  }
}
