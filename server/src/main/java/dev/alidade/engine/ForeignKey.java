package dev.alidade.engine;

import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;

/** Columns of a table that point at a row of another; inferred ones were not declared. */
public record ForeignKey(
    TableName from, List<String> columns, TableName to, List<String> toColumns, boolean inferred) {
  public ForeignKey {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    columns = List.copyOf(columns);
    toColumns = List.copyOf(toColumns);
    if (columns.isEmpty() || columns.size() != toColumns.size()) {
      throw new IllegalArgumentException("a foreign key pairs columns one to one");
    }
  }
}
