package dev.alidade.edge.http;

import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import java.util.Set;

/** The one place that says which status a failure has. */
final class HttpStatus {
  private static final Set<ErrorCode> FOR_THIS_CALLER =
      Set.of(
          ErrorCode.TOO_MANY_ATTEMPTS, ErrorCode.TOO_MANY_REQUESTS, ErrorCode.QUERY_TOO_EXPENSIVE);

  private HttpStatus() {}

  static int of(Failure failure) {
    return switch (failure.type()) {
      case USER -> ofUser(failure.code());
      case DENIED -> failure.code() == ErrorCode.UNAUTHENTICATED ? 401 : 403;
      case RESOURCES -> isForThisCaller(failure) ? 429 : 503;
      case EXTERNAL -> failure.code() == ErrorCode.SOURCE_UNAVAILABLE ? 504 : 502;
      case INTERNAL -> 500;
    };
  }

  private static int ofUser(ErrorCode code) {
    if (code == ErrorCode.REQUEST_TOO_LARGE) {
      return 413;
    }
    if (code == ErrorCode.REQUEST_TOO_SLOW) {
      return 408;
    }
    return code.isMissing() ? 404 : 400;
  }

  /** Seconds after which the same request may succeed. */
  static int retryAfter(Failure failure) {
    return failure.retryAfter().orElse(failure.code() == ErrorCode.OVERLOADED ? 1 : 5);
  }

  private static boolean isForThisCaller(Failure failure) {
    return FOR_THIS_CALLER.contains(failure.code());
  }
}
