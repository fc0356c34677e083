package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;

/** The one place that says which status a failure has. */
final class HttpStatus {
  private HttpStatus() {}

  static int of(Failure failure) {
    return switch (failure.type()) {
      case USER -> failure.code().isMissing() ? 404 : 400;
      case DENIED -> failure.code() == ErrorCode.UNAUTHENTICATED ? 401 : 403;
      case RESOURCES -> isForThisCaller(failure) ? 429 : 503;
      case EXTERNAL -> failure.code() == ErrorCode.SOURCE_UNAVAILABLE ? 504 : 502;
      case INTERNAL -> 500;
    };
  }

  /** Seconds after which the same request may succeed. */
  static int retryAfter(Failure failure) {
    return failure.retryAfter().orElse(failure.code() == ErrorCode.OVERLOADED ? 1 : 5);
  }

  private static boolean isForThisCaller(Failure failure) {
    return failure.code() == ErrorCode.OVERLOADED || failure.code() == ErrorCode.TOO_MANY_ATTEMPTS;
  }
}
