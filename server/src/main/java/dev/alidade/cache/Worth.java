package dev.alidade.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether it pays to ask a server if its data have changed: not where the statement itself takes
 * hardly longer, and not for statements that nobody asks twice.
 */
final class Worth {
  private static final long MOST_BYTES = 4L * 1024 * 1024;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
  // A statement has to take so many times as long as the question.
  private static final int LEAST = 2;
  private static final int SLOWNESS = 64;

  private final Cache<CacheKey, Long> costs =
      Caches.builder()
          .maximumWeight(MOST_BYTES)
          .weigher((CacheKey key, Long nanos) -> (int) key.bytes())
          .expireAfterAccess(FORGOTTEN_AFTER)
          .build();
  private final Map<String, Long> tellings = new ConcurrentHashMap<>();

  /** A source took so long to tell whether its data have changed. */
  void asked(String source, long nanos) {
    // Near the fastest of its answers, for the waits of a busy machine are not its own.
    tellings.merge(source, nanos, (last, now) -> Math.min(now, last + last / SLOWNESS));
  }

  /** A statement took its source so long. */
  void ran(CacheKey key, long nanos) {
    costs.put(key, nanos);
  }

  /** The rows of a statement may be among another's, whose cost is then all that is known. */
  void foundIn(CacheKey key, CacheKey whole) {
    Long cost = costs.getIfPresent(whole);
    if (cost != null) {
      costs.asMap().putIfAbsent(key, cost);
    }
  }

  /** Why it does not pay; empty where it does. */
  Optional<String> against(CacheKey key) {
    Long cost = costs.getIfPresent(key);
    if (cost == null) {
      return Optional.of(
          "It was not asked before, and the source takes a while to tell whether its data changed");
    }
    return cost > LEAST * tellings.getOrDefault(key.source(), 0L)
        ? Optional.empty()
        : Optional.of("The source answers it about as fast as it tells whether its data changed");
  }

  /** Whether nobody knows what a statement takes. */
  boolean isNew(CacheKey key) {
    return costs.getIfPresent(key) == null;
  }

  void forget(String source) {
    tellings.remove(source);
  }
}
