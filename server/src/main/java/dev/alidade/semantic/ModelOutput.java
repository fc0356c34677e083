package dev.alidade.semantic;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code get_semantic_model} gives. */
public record ModelOutput(
    String source,
    @Description("For save_semantic_model; 0 where none was saved") int version,
    @Description("The file that it stands in, where it is not kept in the store")
        Optional<String> file,
    @Description("Whether save_semantic_model may change it") boolean changeable,
    @Description("Apache Ossie 0.1.1 YAML, as far as you may see; empty where there is no model")
        @Headline(1)
        String text,
    @Description("What can no longer be read of it") @Headline(2) List<String> problems) {
  public ModelOutput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    problems = List.copyOf(problems);
  }
}
