package dev.alidade.semantic;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/** What {@code draft_semantic_model} gives. */
public record DraftModelOutput(
    @Description("Apache Ossie 0.1.1 YAML, for save_semantic_model after a person has read it")
        @Headline(1)
        String text,
    @Description("What that person should look at") @Headline(2) List<String> notes) {
  public DraftModelOutput {
    Objects.requireNonNull(text, "text");
    notes = List.copyOf(notes);
  }
}
