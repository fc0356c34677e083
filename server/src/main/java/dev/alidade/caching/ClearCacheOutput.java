package dev.alidade.caching;

import dev.alidade.operation.Description;

/** What {@code clear_cache} gives. */
public record ClearCacheOutput(
    @Description("How many results are kept no longer") long cleared, String source) {}
