package dev.alidade.source;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/** What {@code add_source} and {@code change_source} give. */
public record KeptSourceOutput(
    @Headline(1) String name,
    @Headline(2) String engine,
    @Headline(3) @Description("Who answers") String product,
    String version,
    @Headline(4) @Description("How many tables and views it has") int tables,
    @Description("The names of the first of them") List<String> firstTables,
    @Headline(5) @Description("Who sees it now") String seenBy) {
  public KeptSourceOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(version, "version");
    firstTables = List.copyOf(firstTables);
    Objects.requireNonNull(seenBy, "seenBy");
  }
}
