package dev.alidade.engine;

import dev.alidade.base.Cancellation;
import dev.alidade.policy.GovernedSql;
import java.util.Objects;

/**
 * What an engine needs to run a statement; raising {@code cancellation} stops it, and {@code
 * progress} tells others how far it is.
 */
public record ExecutionRequest(
    GovernedSql sql, Parameters parameters, Cancellation cancellation, Progress progress) {
  public ExecutionRequest {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(progress, "progress");
  }

  /** A statement whose progress nobody watches. */
  public ExecutionRequest(GovernedSql sql, Parameters parameters, Cancellation cancellation) {
    this(sql, parameters, cancellation, Progress.unwatched());
  }
}
