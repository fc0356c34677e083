package dev.alidade.operation;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of callers who may make only so many in any 60 seconds. */
final class RequestRates {
  private static final Duration WINDOW = Duration.ofSeconds(60);
  // Twice the window, but not computed: the first product of a duration loads and fills BigDecimal.
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final Clock clock;
  private final Cache<String, Deque<Instant>> calls;

  RequestRates(Clock clock) {
    this.clock = clock;
    calls =
        Caches.builder()
            .expireAfterAccess(KEPT)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .build();
  }

  /** Counts one call, or fails with TOO_MANY_REQUESTS, which says when the next one is heard. */
  void count(String caller, Limit limit) {
    Deque<Instant> latest = calls.get(caller, ignored -> new ArrayDeque<>());
    Instant now = clock.instant();
    synchronized (latest) {
      while (!latest.isEmpty() && !latest.getFirst().plus(WINDOW).isAfter(now)) {
        latest.removeFirst();
      }
      if (latest.size() < limit.most()) {
        latest.addLast(now);
        return;
      }
      Duration wait = Duration.between(now, latest.getFirst().plus(WINDOW));
      throw AlidadeException.until(
          ErrorCode.TOO_MANY_REQUESTS,
          "%s allows %,d calls a minute; try again in %d s"
              .formatted(limit.rule(), limit.most(), wait.plusNanos(999_999_999).toSeconds()),
          wait);
    }
  }
}
