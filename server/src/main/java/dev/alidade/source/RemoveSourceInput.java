package dev.alidade.source;

import dev.alidade.operation.Description;

/** What {@code remove_source} takes. */
public record RemoveSourceInput(
    @Description("A source that was added, as list_sources gives it") String name) {}
