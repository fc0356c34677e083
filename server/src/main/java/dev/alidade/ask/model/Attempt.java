package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;
import java.time.Duration;
import java.util.Optional;

/** How one call of a model went. */
sealed interface Attempt {
  /** There is an answer. */
  record Answered(ModelReply reply) implements Attempt {}

  /**
   * There is none.
   *
   * @param passing whether the same call may go well a little later
   * @param after how much later, where the provider says so
   */
  record Failed(AlidadeException failure, boolean passing, Optional<Duration> after)
      implements Attempt {
    static Failed forGood(AlidadeException failure) {
      return new Failed(failure, false, Optional.empty());
    }

    static Failed inPassing(AlidadeException failure) {
      return new Failed(failure, true, failure.retryAfter());
    }
  }
}
