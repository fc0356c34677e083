package dev.alidade.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * A source that was added while the server ran.
 *
 * @param opened its engine, where that is open already
 * @param problem why it cannot be opened
 */
public record AddedSource(
    SourceDefinition definition, Optional<Engine> opened, Optional<String> problem) {
  public AddedSource {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(problem, "problem");
  }
}
