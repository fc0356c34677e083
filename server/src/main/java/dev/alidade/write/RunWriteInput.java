package dev.alidade.write;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code run_write} takes. */
public record RunWriteInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One INSERT, UPDATE or DELETE of one table, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name")
        Optional<Object> parameters,
    @Description("How many rows preview_write said; with any other number nothing is changed")
        Optional<Long> expectedRows) {
  WriteInput statement() {
    return new WriteInput(source, sql, parameters);
  }
}
