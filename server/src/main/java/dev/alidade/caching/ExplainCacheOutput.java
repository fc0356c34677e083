package dev.alidade.caching;

import dev.alidade.cache.CacheOutcome;
import dev.alidade.operation.Description;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What {@code explain_cache} gives. */
public record ExplainCacheOutput(
    @Description(
            "hit, derived, aged or stale where kept rows would be given; miss where the source is asked and the rows are kept; bypass where they are not")
        String state,
    String why,
    @Description("When the source gave the kept rows") Optional<Instant> readAt) {
  static ExplainCacheOutput of(CacheOutcome outcome) {
    return new ExplainCacheOutput(
        outcome.state().name().toLowerCase(Locale.ROOT), outcome.why(), outcome.readAt());
  }
}
