package dev.alidade.catalog;

import dev.alidade.engine.TableKind;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A table or view as callers see it. */
public record TableDescription(
    String name,
    Optional<String> schema,
    TableKind kind,
    Optional<String> comment,
    @Description("How many rows, where that is known") Optional<Long> rows,
    List<ColumnDescription> columns,
    List<String> primaryKey,
    List<KeyDescription> foreignKeys) {
  public TableDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(rows, "rows");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }
}
