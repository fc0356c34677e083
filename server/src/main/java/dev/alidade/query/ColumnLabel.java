package dev.alidade.query;

import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.TypeKind;
import java.util.Objects;

/** A column of a result as doors show it. */
public record ColumnLabel(String name, TypeKind type) {
  public ColumnLabel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  static ColumnLabel of(ResultColumn column) {
    return new ColumnLabel(column.name(), column.type().kind());
  }
}
