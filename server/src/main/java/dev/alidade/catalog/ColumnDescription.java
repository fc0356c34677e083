package dev.alidade.catalog;

import dev.alidade.operation.Description;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A column as callers see it. */
public record ColumnDescription(
    String name,
    TypeKind type,
    @Description("The type as the engine writes it") String engineType,
    boolean nullable,
    Optional<String> comment,
    boolean primaryKey,
    @Description("Up to five frequent values") List<String> examples) {
  public ColumnDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(engineType, "engineType");
    Objects.requireNonNull(comment, "comment");
    examples = List.copyOf(examples);
  }
}
