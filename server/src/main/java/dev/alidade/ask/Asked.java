package dev.alidade.ask;

import dev.alidade.operation.Invocation;
import java.util.Objects;
import java.util.Optional;

/**
 * One call of {@code ask}: what is said, in which conversation, by whom, and who is to plan it.
 *
 * @param fresh whether what a language model said before is not wanted
 */
record Asked(
    String question,
    String conversation,
    Invocation invocation,
    Optional<String> planner,
    boolean fresh) {
  Asked {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(invocation, "invocation");
    Objects.requireNonNull(planner, "planner");
  }

  /** A question that stands for what was said. */
  static Asked of(AskInput input, String question, String conversation, Invocation invocation) {
    return new Asked(
        question, conversation, invocation, input.planner(), input.fresh().orElse(false));
  }

  /** Another question in its place. */
  Asked instead(String other) {
    return new Asked(other, conversation, invocation, planner, fresh);
  }

  /** Planned by whoever is configured. */
  Asked(String question, String conversation, Invocation invocation) {
    this(question, conversation, invocation, Optional.empty(), false);
  }
}
