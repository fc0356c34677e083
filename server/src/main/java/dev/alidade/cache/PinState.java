package dev.alidade.cache;

import java.time.Instant;
import java.util.Objects;

/** What lies in the place of a pin. */
public sealed interface PinState {
  /**
   * Its result, which is given while its source says that its data are the same.
   *
   * @param readAt when the source gave it
   */
  record Stays(long rows, long bytes, Instant readAt) implements PinState {
    public Stays {
      Objects.requireNonNull(readAt, "readAt");
    }
  }

  /** Nothing, because its result takes more than the other pins leave. */
  record TooLarge() implements PinState {}

  /** Nothing yet, or no longer. */
  record Away() implements PinState {}
}
