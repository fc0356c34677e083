package dev.alidade.sql;

import java.util.Objects;

/** A type as Alidade treats it, with the name that the engine gives it. */
public record DataType(TypeKind kind, String engineName) {
  public DataType {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(engineName, "engineName");
  }
}
