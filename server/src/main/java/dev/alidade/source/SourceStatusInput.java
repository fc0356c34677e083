package dev.alidade.source;

import dev.alidade.operation.Description;

/** What {@code source_status} takes. */
public record SourceStatusInput(
    @Description("Name of the source, as list_sources gives it") String source) {}
