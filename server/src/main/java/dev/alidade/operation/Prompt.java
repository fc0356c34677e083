package dev.alidade.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A task that a person can hand to a model, prepared by a feature.
 *
 * @param text the words for the model, from the given arguments; an absent one is not in the map
 */
public record Prompt(
    String name,
    String title,
    String description,
    List<PromptArgument> arguments,
    Function<Map<String, String>, String> text) {
  public Prompt {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(text, "text");
    arguments = List.copyOf(arguments);
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException("prompt names are snake_case: " + name);
    }
  }
}
