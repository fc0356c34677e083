package dev.alidade.engine;

import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table or view, as the engine's catalog has it.
 *
 * @param rows how many rows, where the engine knows without counting
 */
public record Table(
    TableName name,
    TableKind kind,
    List<Column> columns,
    List<String> primaryKey,
    Optional<String> comment,
    Optional<Long> rows) {
  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(rows, "rows");
  }

  /** The column of that name, letter case aside. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(columnName)).findFirst();
  }
}
