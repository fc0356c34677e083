package dev.alidade.ask;

import dev.alidade.operation.Invocation;
import java.util.Objects;

/** One call of {@code ask}: what is said, in which conversation, by whom. */
record Asked(String question, String conversation, Invocation invocation) {
  Asked {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(invocation, "invocation");
  }
}
