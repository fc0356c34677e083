package dev.alidade.semantic;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.semantic.imports.LeftOut;
import java.util.List;
import java.util.Objects;

/** What {@code import_semantic_model} gives. */
public record ImportModelOutput(
    @Description("Apache Ossie 0.1.1 YAML, for save_semantic_model after a person has read it")
        @Headline(1)
        String text,
    @Description("What was not taken over, with its line and the reason") @Headline(2)
        List<LeftOut> left) {
  public ImportModelOutput {
    Objects.requireNonNull(text, "text");
    left = List.copyOf(left);
  }
}
