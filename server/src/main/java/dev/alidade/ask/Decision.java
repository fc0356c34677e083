package dev.alidade.ask;

import java.util.List;
import java.util.Objects;

/** What to do with the readings of a question. */
public sealed interface Decision {
  /** One reading is clearly the best. */
  record Answer(Reading reading) implements Decision {}

  /**
   * SQL that a language model wrote without a plan; it is trusted least, and the gate judges it as
   * it judges all SQL.
   *
   * @param meaning what it does, in the model's words
   * @param planner what the model is called
   */
  record Unplanned(String source, String sql, String meaning, double confidence, String planner)
      implements Decision {
    public Unplanned {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(sql, "sql");
      Objects.requireNonNull(meaning, "meaning");
      Objects.requireNonNull(planner, "planner");
    }
  }

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
