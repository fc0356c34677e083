package dev.alidade.evaluate;

import java.util.Objects;
import java.util.Optional;

/**
 * How the best reading's rows compare with the right ones.
 *
 * @param correct the same rows, columns in the same order
 * @param anyColumns the same rows, columns in any order
 * @param anyChoice so, or another choice or order among rows that tie
 * @param finding why it is not correct; present exactly then
 */
record Verdict(boolean correct, boolean anyColumns, boolean anyChoice, Optional<Finding> finding) {
  static final Verdict CORRECT = new Verdict(true, true, true, Optional.empty());

  Verdict {
    Objects.requireNonNull(finding, "finding");
    if (correct == finding.isPresent()) {
      throw new IllegalArgumentException("what is wrong has a cause, and nothing else has");
    }
  }
}
