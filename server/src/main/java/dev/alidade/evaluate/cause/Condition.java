package dev.alidade.evaluate.cause;

import java.util.Objects;
import java.util.Set;

/** One comparison: what is compared, how, with which constants, and what it decides about. */
record Condition(Place place, Set<String> subjects, String comparison, Set<String> values) {
  Condition {
    Objects.requireNonNull(place, "place");
    subjects = Set.copyOf(subjects);
    Objects.requireNonNull(comparison, "comparison");
    values = Set.copyOf(values);
  }

  /** What a condition decides about. */
  enum Place {
    /** What is shown. */
    KEPT,
    /** What is left out. */
    EXCLUDED,
    /** What something is compared with. */
    COMPARED
  }
}
