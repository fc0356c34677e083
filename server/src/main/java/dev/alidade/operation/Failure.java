package dev.alidade.operation;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.base.Location;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A failure as it may leave the process at any door: what is internal is logged, not told.
 *
 * @param retryAfter seconds after which the same request may succeed, when that is known
 */
public record Failure(
    ErrorCode code,
    ErrorType type,
    String message,
    Optional<Location> location,
    Optional<Integer> retryAfter,
    Optional<String> id) {
  private static final Logger LOG = System.getLogger("dev.alidade");

  public Failure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(retryAfter, "retryAfter");
    Objects.requireNonNull(id, "id");
  }

  /** The failure that a thrown thing means; an unexpected one is logged under the id it gets. */
  public static Failure of(Throwable thrown) {
    if (thrown instanceof AlidadeException known && known.code() != ErrorCode.INTERNAL) {
      return new Failure(
          known.code(),
          known.code().type(),
          known.getMessage(),
          known.location(),
          known.retryAfter().map(Failure::wholeSeconds),
          Optional.empty());
    }
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "internal failure " + id, thrown);
    return new Failure(
        ErrorCode.INTERNAL,
        ErrorType.INTERNAL,
        "Alidade failed on this request; the server's log has the reason under " + id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(id));
  }

  /** A failure that the door itself finds. */
  public static Failure of(ErrorCode code, String message) {
    return new Failure(
        code, code.type(), message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static int wholeSeconds(Duration wait) {
    return Math.clamp(wait.plusNanos(999_999_999).toSeconds(), 1, Integer.MAX_VALUE);
  }
}
