package dev.alidade.semantic;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code validate_semantic_model} takes. */
public record ValidateModelInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Apache Ossie 0.1.1 YAML; the model that holds now unless said")
        Optional<String> text) {
  public ValidateModelInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
  }
}
