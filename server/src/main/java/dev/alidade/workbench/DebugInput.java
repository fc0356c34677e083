package dev.alidade.workbench;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code debug_query} takes. */
public record DebugInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name")
        Optional<Object> parameters) {}
