package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code draft_semantic_model} takes. */
public record DraftModelInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Only these tables, up to 300; all unless said") Optional<List<String>> tables) {
  public DraftModelInput {
    Objects.requireNonNull(source, "source");
    tables = tables.map(List::copyOf);
  }
}
