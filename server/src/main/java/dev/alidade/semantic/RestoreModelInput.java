package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code restore_semantic_model} takes. */
public record RestoreModelInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("The version to have again, as list_semantic_changes gives it") int version,
    @Description("Why, for the history") Optional<String> reason) {
  public RestoreModelInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
  }
}
