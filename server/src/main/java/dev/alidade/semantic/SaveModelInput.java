package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code save_semantic_model} takes. */
public record SaveModelInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("The whole model as Apache Ossie 0.1.1 YAML") String text,
    @Description("Why it changes, for the history") Optional<String> reason,
    @Description("The version that it changes; refused where there is a later one by now")
        Optional<Integer> basedOn,
    @Description("Only shows what would change") Optional<Boolean> preview) {
  public SaveModelInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(basedOn, "basedOn");
    Objects.requireNonNull(preview, "preview");
  }
}
