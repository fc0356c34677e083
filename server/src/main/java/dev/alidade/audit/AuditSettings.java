package dev.alidade.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long records stay and how safe they are.
 *
 * @param keep how old a record gets at least; empty keeps all
 */
public record AuditSettings(Optional<Duration> keep, Sync sync) {
  /** Everything is kept; a kill of the process loses nothing, a power loss about a second. */
  public static final AuditSettings USUAL = new AuditSettings(Optional.empty(), Sync.SECOND);

  public AuditSettings {
    Objects.requireNonNull(keep, "keep");
    Objects.requireNonNull(sync, "sync");
    if (keep.isPresent() && (keep.get().isNegative() || keep.get().isZero())) {
      throw new IllegalArgumentException("records are kept for a time");
    }
  }

  /** When records are forced to the disk; a kill of the process loses none in any case. */
  public enum Sync {
    /** When the system sees fit: a power loss may cost the last half minute. */
    NEVER,
    /** Every second: a power loss may cost about a second. */
    SECOND,
    /** Before anything runs: a power loss costs nothing, and every query waits for the disk. */
    ALWAYS
  }
}
