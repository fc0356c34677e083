package dev.alidade.evaluate;

import dev.alidade.ask.Decision;
import dev.alidade.ask.Reading;
import java.util.List;
import java.util.Objects;

/** Readings of a question, the best first, and what would be done with them. */
record Plans(List<Reading> readings, Decision decision) {
  /** Nothing was read. */
  static final Plans NONE = new Plans(List.of(), new Decision.Abstain(List.of()));

  Plans {
    readings = List.copyOf(readings);
    Objects.requireNonNull(decision, "decision");
  }
}
