package dev.alidade.cache;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the rows of a result come from, and why.
 *
 * @param readAt when the source gave them, where that is not now
 */
public record CacheOutcome(State state, String why, Optional<Instant> readAt) {
  /** Where rows come from. */
  public enum State {
    /** Kept, and the source says that its data are the same. */
    HIT,
    /** Taken from a kept result that holds more, and the source says that its data are the same. */
    DERIVED,
    /** Kept, and younger than what was allowed. */
    AGED,
    /** Kept, and older than the data; new ones are being read. */
    STALE,
    /** Read by somebody who asked the same at the same time. */
    JOINED,
    /** Read from the source, and kept if they are not too large. */
    MISS,
    /** Read from the source, and not kept. */
    BYPASS
  }

  public CacheOutcome {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(readAt, "readAt");
  }

  static CacheOutcome of(State state, String why) {
    return new CacheOutcome(state, why, Optional.empty());
  }

  /** The same of a statement that is pinned by that name. */
  CacheOutcome pinned(String name) {
    return new CacheOutcome(state, "%s. It is pinned as `%s`".formatted(why, name), readAt);
  }

  /** Whether the source was not asked for the rows. */
  public boolean isKept() {
    return switch (state) {
      case HIT, DERIVED, AGED, STALE, JOINED -> true;
      case MISS, BYPASS -> false;
    };
  }

  /** Whether the data may have changed since. */
  public boolean mayBeOld() {
    return state == State.AGED || state == State.STALE;
  }
}
