package dev.alidade.ask;

import java.time.Instant;
import java.util.Objects;

/**
 * A turn as it was kept for its owner: not to be shown to anybody else as it is.
 *
 * @param seenAs what the owner saw of the source when it was answered
 */
record StoredTurn(AskOutput answer, Memory memory, Instant at, String seenAs) {
  StoredTurn {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(memory, "memory");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(seenAs, "seenAs");
  }

  /** Whether there are rows that could be shown; what explains or asks back has none. */
  boolean hasRows() {
    return answer.status() == AskStatus.ANSWERED
        && answer.source().isPresent()
        && answer.sql().isPresent()
        && !answer.columns().isEmpty();
  }
}
