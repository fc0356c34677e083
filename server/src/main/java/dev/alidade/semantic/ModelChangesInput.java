package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_semantic_changes} takes. */
public record ModelChangesInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Only changes of definitions of this kind") Optional<DefinitionKind> kind,
    @Description("Only changes of the definition of this name; a field's is orders.region")
        Optional<String> name) {
  public ModelChangesInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  boolean concerns(DefinitionChange change) {
    return kind.filter(wanted -> wanted != change.kind()).isEmpty()
        && name.filter(wanted -> !wanted.equalsIgnoreCase(change.name())).isEmpty();
  }
}
