package dev.alidade.sql;

import java.util.Objects;
import java.util.Optional;

/** A table or view of one source, in the letters that the engine's catalog uses. */
public record TableName(Optional<String> schema, String table) {
  public TableName {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }

  /** A table of a source without schemas, or of its default schema. */
  public static TableName of(String table) {
    return new TableName(Optional.empty(), table);
  }

  /** A table of a named schema. */
  public static TableName of(String schema, String table) {
    return new TableName(Optional.of(schema), table);
  }

  @Override
  public String toString() {
    return schema.map(name -> name + "." + table).orElse(table);
  }
}
