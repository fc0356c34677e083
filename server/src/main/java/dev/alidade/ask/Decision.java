package dev.alidade.ask;

import java.util.List;

/** What to do with the readings of a question. */
public sealed interface Decision {
  /** One reading is clearly the best. */
  record Answer(Reading reading) implements Decision {}

  /** Readings are too close to choose without asking. */
  record Clarify(List<Reading> choices) implements Decision {
    public Clarify {
      choices = List.copyOf(choices);
    }
  }

  /** No reading is good enough; the words are those that were not understood. */
  record Abstain(List<String> unexplained) implements Decision {
    public Abstain {
      unexplained = List.copyOf(unexplained);
    }
  }
}
