package dev.alidade.cache;

import java.util.Objects;
import java.util.Optional;

/**
 * What is done with a statement.
 *
 * @param given what is kept and given, if anything is
 * @param version under which word what is read is kept; empty where it is not kept
 * @param refreshes whether it is read for those who come later
 */
record Decision(
    CacheOutcome outcome, Optional<Held> given, Optional<String> version, boolean refreshes) {
  Decision {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(version, "version");
  }

  /** What is kept is right. */
  static Decision give(Held held, CacheOutcome.State state, String why) {
    CacheOutcome outcome = new CacheOutcome(state, why, Optional.of(held.origin().readAt()));
    return new Decision(outcome, Optional.of(held), Optional.empty(), false);
  }

  /** What is kept is given once more while it is read anew. */
  static Decision refresh(Held held, String version) {
    return new Decision(
        new CacheOutcome(
            CacheOutcome.State.STALE,
            "An older result was allowed while a new one is read",
            Optional.of(held.origin().readAt())),
        Optional.of(held),
        Optional.of(version),
        true);
  }

  /** The source is asked, and what it says is kept. */
  static Decision read(String version, String why) {
    return new Decision(
        CacheOutcome.of(CacheOutcome.State.MISS, why),
        Optional.empty(),
        Optional.of(version),
        false);
  }

  /** The source is asked. */
  static Decision pass(String why) {
    return new Decision(
        CacheOutcome.of(CacheOutcome.State.BYPASS, why), Optional.empty(), Optional.empty(), false);
  }
}
