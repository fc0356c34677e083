package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;

/** The one place that says which status a failure has. */
final class HttpStatus {
  private HttpStatus() {}

  static int of(Failure failure) {
    return switch (failure.type()) {
      case USER -> failure.code().isMissing() ? 404 : 400;
      case DENIED -> 403;
      case RESOURCES -> failure.code() == ErrorCode.OVERLOADED ? 429 : 503;
      case EXTERNAL -> failure.code() == ErrorCode.SOURCE_UNAVAILABLE ? 504 : 502;
      case INTERNAL -> 500;
    };
  }

  /** Seconds after which the same request may succeed. */
  static int retryAfter(Failure failure) {
    return failure.code() == ErrorCode.OVERLOADED ? 1 : 5;
  }
}
