package dev.alidade.ask;

import dev.alidade.operation.Invocation;
import java.util.Objects;
import java.util.Optional;

/** One call of {@code ask}: what is said, in which conversation, by whom, and who is to plan it. */
record Asked(
    String question, String conversation, Invocation invocation, Optional<String> planner) {
  Asked {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(invocation, "invocation");
    Objects.requireNonNull(planner, "planner");
  }

  /** Planned by whoever is configured. */
  Asked(String question, String conversation, Invocation invocation) {
    this(question, conversation, invocation, Optional.empty());
  }
}
