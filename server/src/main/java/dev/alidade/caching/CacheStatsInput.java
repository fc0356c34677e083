package dev.alidade.caching;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code cache_stats} takes. */
public record CacheStatsInput(
    @Description("One source alone; all unless given") Optional<String> source) {}
