package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code explain_cache} takes. */
public record ExplainCacheInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name")
        Optional<Object> parameters) {}
