package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.PlanNode;
import java.util.Optional;

/** Keeps what engines say of a statement from telling what policies hide. */
final class Discretion {
  private Discretion() {}

  /** A failure without the words of the engine, which may quote values, columns or conditions. */
  static AlidadeException of(AlidadeException failure) {
    return switch (failure.code()) {
      case COLUMN_NOT_FOUND ->
          told(failure, "A column of the statement is not among those that you may read");
      case TABLE_NOT_FOUND ->
          told(failure, "A table of the statement is not among those that you may read");
      case DATA_ERROR -> told(failure, "A value does not fit what the statement does with it");
      case TYPE_MISMATCH, SYNTAX_ERROR, FUNCTION_NOT_FOUND, ENGINE_FAILED ->
          told(failure, "The engine could not run the statement");
      default -> failure;
    };
  }

  /** The steps of a plan, without conditions and counts. */
  static PlanNode of(PlanNode plan) {
    return new PlanNode(
        plan.name(),
        Optional.empty(),
        Optional.empty(),
        plan.children().stream().map(Discretion::of).toList());
  }

  private static AlidadeException told(AlidadeException failure, String what) {
    ErrorCode code = failure.code();
    return new AlidadeException(
        code,
        what
            + "; policies hold on its tables, so details are left out. `describe_source` says what you may read");
  }
}
