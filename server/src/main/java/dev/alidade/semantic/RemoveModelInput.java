package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code remove_semantic_model} takes. */
public record RemoveModelInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Why, for the history") Optional<String> reason) {
  public RemoveModelInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
  }
}
