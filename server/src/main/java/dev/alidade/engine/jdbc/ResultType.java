package dev.alidade.engine.jdbc;

import dev.alidade.sql.DataType;
import java.util.Objects;

/** The type of a result's column and how its cells are read. */
public record ResultType(DataType type, CellReader reader) {
  public ResultType {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(reader, "reader");
  }
}
