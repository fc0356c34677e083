package dev.alidade.query;

import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Objects;

/** A column of a result as doors show it. */
public record ColumnLabel(String name, TypeKind type) {
  public ColumnLabel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** The columns of a result. */
  public static List<ColumnLabel> of(List<ResultColumn> columns) {
    return columns.stream()
        .map(column -> new ColumnLabel(column.name(), column.type().kind()))
        .toList();
  }
}
