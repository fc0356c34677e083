package dev.alidade.semantic;

import dev.alidade.operation.Description;
import dev.alidade.semantic.imports.ModelFormat;
import java.util.Objects;

/** What {@code import_semantic_model} takes. */
public record ImportModelInput(
    @Description("The product that it was written for") ModelFormat format,
    @Description("The YAML of its model; several files as one, their lists joined") String text) {
  public ImportModelInput {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(text, "text");
  }
}
