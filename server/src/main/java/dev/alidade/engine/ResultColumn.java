package dev.alidade.engine;

import dev.alidade.sql.DataType;
import java.util.Objects;

/** A column of a result; names need not be unique. */
public record ResultColumn(String name, DataType type) {
  public ResultColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
