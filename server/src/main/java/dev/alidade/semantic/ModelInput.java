package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What {@code get_semantic_model} and {@code draft_semantic_model} take. */
public record ModelInput(
    @Description("Name of the source, as list_sources gives it") String source) {
  public ModelInput {
    Objects.requireNonNull(source, "source");
  }
}
