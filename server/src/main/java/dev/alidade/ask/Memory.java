package dev.alidade.ask;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of a turn, for the next one.
 *
 * @param topic what the conversation is about now
 * @param choices what the turn offered
 * @param before the turn whose topic this one's took the place of
 * @param asks the whole question that the turn answers; none where it changed an earlier answer
 */
record Memory(
    Optional<Topic> topic, List<Choice> choices, Optional<String> before, Optional<String> asks) {
  static final Memory NONE =
      new Memory(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** A reading that was offered; without a topic it is a question to ask, or SQL without a plan. */
  record Choice(
      String label,
      String question,
      Optional<Topic> topic,
      Optional<String> kept,
      Optional<String> source,
      Optional<String> sql) {
    Choice {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(kept, "kept");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(sql, "sql");
    }
  }

  Memory {
    Objects.requireNonNull(topic, "topic");
    choices = List.copyOf(choices);
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(asks, "asks");
  }

  /** The same topic, and what is offered now. */
  Memory offering(List<Choice> offered) {
    return new Memory(topic, offered, before, Optional.empty());
  }
}
