package dev.alidade.ask.compile;

import java.util.Objects;

/** Why a plan cannot be right. */
public record PlanProblem(Kind kind, String message) {
  /** The families of problems. */
  public enum Kind {
    UNKNOWN_TABLE,
    UNKNOWN_COLUMN,
    TYPE_MISFIT,
    NOT_JOINED,
    NOT_GROUPED,
    MULTIPLIED_ROWS,
    DIFFERENT_OUTPUTS
  }

  public PlanProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
