package dev.alidade.edge.cli;

import dev.alidade.base.ErrorType;

/** What the process tells the shell. */
public final class ExitCode {
  static final int SUCCESS = 0;

  /** What was asked must be asked otherwise; nothing failed. */
  static final int UNANSWERED = of(ErrorType.USER);

  private ExitCode() {}

  /** The code of a failure. */
  public static int of(ErrorType type) {
    return switch (type) {
      case INTERNAL -> 1;
      case USER -> 2;
      case DENIED -> 3;
      case RESOURCES -> 4;
      case EXTERNAL -> 5;
    };
  }
}
