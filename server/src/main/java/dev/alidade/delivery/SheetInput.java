package dev.alidade.delivery;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** A further result in the same file. */
public record SheetInput(
    @Description("Of the sheet, at most 31 characters") String name,
    @Description("One statement that reads, on the same source") String sql,
    @Description("Values to bind, as query takes them") Optional<Object> parameters) {
  public SheetInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
  }
}
