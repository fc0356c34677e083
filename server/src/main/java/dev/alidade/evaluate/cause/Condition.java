package dev.alidade.evaluate.cause;

import java.util.List;
import java.util.Objects;

/**
 * One comparison: what is compared, how, with which constants, and what it decides about. Subjects
 * and values are in alphabetical order, so that the same statement always gives the same text.
 */
record Condition(Place place, List<String> subjects, String comparison, List<String> values) {
  Condition {
    Objects.requireNonNull(place, "place");
    subjects = subjects.stream().sorted().toList();
    Objects.requireNonNull(comparison, "comparison");
    values = values.stream().sorted().toList();
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
