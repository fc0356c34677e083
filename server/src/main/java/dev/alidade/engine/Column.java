package dev.alidade.engine;

import dev.alidade.sql.DataType;
import java.util.Objects;
import java.util.Optional;

/** A column of a table, as the engine's catalog has it. */
public record Column(String name, DataType type, boolean nullable, Optional<String> comment) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(comment, "comment");
  }
}
