package dev.alidade.cache;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is done with a statement.
 *
 * @param given what is kept and given, if anything is
 * @param version under which word what is read is kept; empty where it is not kept
 * @param refreshes whether it is read for those who come later
 * @param everywhere whether other instances hear the same word
 */
record Decision(
    CacheOutcome outcome,
    Optional<Held> given,
    Optional<String> version,
    boolean refreshes,
    boolean everywhere) {
  Decision {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(version, "version");
  }

  /** What is kept is right. */
  static Decision give(Held held, CacheOutcome.State state, String why) {
    return new Decision(
        outcome(held, state, why), Optional.of(held), Optional.empty(), false, false);
  }

  /** What is kept is given once more while it is read anew. */
  static Decision refresh(Held held, String version) {
    return new Decision(
        outcome(
            held, CacheOutcome.State.STALE, "An older result was allowed while a new one is read"),
        Optional.of(held),
        Optional.of(version),
        true,
        false);
  }

  /** The source is asked, and what it says is kept. */
  static Decision read(String version, String why) {
    return new Decision(
        CacheOutcome.of(CacheOutcome.State.MISS, why),
        Optional.empty(),
        Optional.of(version),
        false,
        false);
  }

  /** The source is asked. */
  static Decision pass(String why) {
    return new Decision(
        CacheOutcome.of(CacheOutcome.State.BYPASS, why),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /** The same, where {@code asWell} says whether other instances hear the same word. */
  Decision heard(boolean asWell) {
    return new Decision(outcome, given, version, refreshes, asWell);
  }

  private static CacheOutcome outcome(Held held, CacheOutcome.State state, String why) {
    Optional<Instant> readAt = Optional.of(held.origin().readAt());
    return held.origin()
        .taken()
        .map(taken -> new CacheOutcome(ofTaken(state), taken + ". " + why, readAt))
        .orElseGet(() -> new CacheOutcome(state, why, readAt));
  }

  private static CacheOutcome.State ofTaken(CacheOutcome.State state) {
    return state == CacheOutcome.State.HIT ? CacheOutcome.State.DERIVED : state;
  }
}
