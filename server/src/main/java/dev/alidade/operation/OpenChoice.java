package dev.alidade.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An output that may ask back; doors that can put a question to a person do. */
public interface OpenChoice {
  /** What is asked; empty where nothing is open. */
  Optional<Question> openChoice();

  /** A question and what can be chosen. */
  record Question(String message, List<Option> options) {
    public Question {
      Objects.requireNonNull(message, "message");
      options = List.copyOf(options);
    }
  }

  /**
   * One answer.
   *
   * @param input with which the same operation is called again
   */
  record Option(String label, Map<String, Object> input) {
    public Option {
      Objects.requireNonNull(label, "label");
      input = Map.copyOf(input);
    }
  }
}
