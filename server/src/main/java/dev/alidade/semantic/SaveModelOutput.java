package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

/** What {@code save_semantic_model} and its like give. */
public record SaveModelOutput(
    String source,
    @Description("False for a preview") boolean saved,
    @Description("The latest version now") int version,
    @Description("What became of each definition that is not as before")
        List<DefinitionChange> changes) {
  public SaveModelOutput {
    Objects.requireNonNull(source, "source");
    changes = List.copyOf(changes);
  }
}
