package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code clear_cache} takes. */
public record ClearCacheInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Only results that read this table, as describe_source writes it")
        Optional<String> table) {}
