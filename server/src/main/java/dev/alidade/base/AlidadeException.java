package dev.alidade.base;

import java.time.Duration;
import java.util.Optional;

/** The one failure that crosses packages: a code for programs and a message for people. */
public final class AlidadeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Optional<Location> location;
  private final transient Optional<Duration> retryAfter;

  /** A failure without a place in a text. */
  public AlidadeException(ErrorCode code, String message) {
    this(code, message, Optional.empty(), null);
  }

  /** A failure at a character of the caller's SQL. */
  public AlidadeException(ErrorCode code, String message, Location location) {
    this(code, message, Optional.of(location), null);
  }

  /** A failure that another one caused; the cause is for the log and never leaves the process. */
  public AlidadeException(ErrorCode code, String message, Throwable cause) {
    this(code, message, Optional.empty(), cause);
  }

  /** A failure with all that is known of it; {@code cause} is null where there is none. */
  public AlidadeException(
      ErrorCode code, String message, Optional<Location> location, Throwable cause) {
    this(code, message, location, Optional.empty(), cause);
  }

  private AlidadeException(
      ErrorCode code,
      String message,
      Optional<Location> location,
      Optional<Duration> retryAfter,
      Throwable cause) {
    super(message, cause);
    this.code = code;
    this.location = location;
    this.retryAfter = retryAfter;
  }

  /** A limit that the same request may pass after a while. */
  public static AlidadeException until(ErrorCode code, String message, Duration retryAfter) {
    return new AlidadeException(code, message, Optional.empty(), Optional.of(retryAfter), null);
  }

  /** The code that programs read. */
  public ErrorCode code() {
    return code;
  }

  /** Where in the caller's SQL, when that is known. */
  public Optional<Location> location() {
    return location == null ? Optional.empty() : location;
  }

  /** How long to wait before the same request may succeed, when that is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }
}
