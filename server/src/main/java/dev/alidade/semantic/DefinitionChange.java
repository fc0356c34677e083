package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What a version of a model makes of one definition. */
public record DefinitionChange(
    DefinitionKind kind,
    @Description("Of a field with its dataset, as in orders.region") String name,
    Type change,
    Optional<String> before,
    Optional<String> after) {
  /** How a definition changes. */
  public enum Type {
    ADDED,
    CHANGED,
    REMOVED
  }

  public DefinitionChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }
}
