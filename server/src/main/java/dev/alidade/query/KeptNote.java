package dev.alidade.query;

import dev.alidade.cache.CacheOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Said of rows that were kept from an earlier run.
 *
 * @param readAt when the source gave them
 * @param current whether the source says that its data are the same still
 */
public record KeptNote(Instant readAt, boolean current) {
  public KeptNote {
    Objects.requireNonNull(readAt, "readAt");
  }

  /** What is said of rows with this outcome; nothing of those that were read just now. */
  static Optional<KeptNote> of(CacheOutcome outcome) {
    return outcome.readAt().map(at -> new KeptNote(at, !outcome.mayBeOld()));
  }
}
