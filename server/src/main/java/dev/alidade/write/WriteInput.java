package dev.alidade.write;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code preview_write} takes. */
public record WriteInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One INSERT, UPDATE or DELETE of one table, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name")
        Optional<Object> parameters) {}
