package dev.alidade.workbench;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code explain_query} takes. */
public record ExplainInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name")
        Optional<Object> parameters,
    @Description(
            "Also runs the statement, and tells how many rows each step had and how long it took; not every engine can, and not where policies narrow the statement")
        Optional<Boolean> measure) {}
