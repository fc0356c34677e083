package dev.alidade.workbench;

import dev.alidade.operation.Description;

/** A statement of a source that is not to run. */
public record StatementInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement in the source's own SQL") String sql) {}
