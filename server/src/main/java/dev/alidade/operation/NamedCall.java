package dev.alidade.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * An operation under a name of its own, with part of its input given.
 *
 * @param description for models: what it tells and when to use it
 * @param arguments the JSON Schema of what is left to give
 * @param operation what is called, with its permission, its limits and its record
 * @param input makes the operation's input of a caller's arguments
 */
public record NamedCall(
    String name,
    String title,
    String description,
    ObjectNode arguments,
    String operation,
    UnaryOperator<ObjectNode> input) {
  public NamedCall {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    arguments = arguments.deepCopy();
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(input, "input");
  }

  /** A copy that whoever asks may change. */
  @Override
  public ObjectNode arguments() {
    return arguments.deepCopy();
  }
}
