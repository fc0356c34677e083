package dev.alidade.base;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts by a key, such as a name or an address: after a few, each one more doubles the
 * time until the next is heard. Nothing is remembered long, nor of more than so many keys.
 */
public final class Attempts {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 50_000;

  private final int free;
  private final Clock clock;
  private final Cache<String, State> states;

  private record State(int failures, Instant until) {
    static final State NONE = new State(0, Instant.MIN);
  }

  /** The first {@code free} failures of a key cost nothing. */
  public Attempts(int free, Clock clock) {
    this.free = free;
    this.clock = clock;
    states =
        Caches.builder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .build();
  }

  /** How long until the next attempt is heard; zero when it is heard now. */
  public Duration delay(String key) {
    State state = states.getIfPresent(key);
    Instant now = clock.instant();
    return state == null || !now.isBefore(state.until())
        ? Duration.ZERO
        : Duration.between(now, state.until());
  }

  /** Fails with TOO_MANY_ATTEMPTS while the next attempt is not heard. */
  public void check(String key) {
    Duration delay = delay(key);
    if (delay.isZero()) {
      return;
    }
    throw AlidadeException.until(
        ErrorCode.TOO_MANY_ATTEMPTS,
        "Too many attempts failed; try again in %d s".formatted(delay.toSeconds() + 1),
        delay);
  }

  /**
   * Counts an attempt as failed. One that takes time is counted before it is made and taken back
   * when it succeeds, so that many at once do not slip through together.
   */
  public void failed(String key) {
    states.asMap().merge(key, after(State.NONE), (before, ignored) -> after(before));
  }

  /** One that was counted did not fail. */
  public void takeBack(String key) {
    states
        .asMap()
        .computeIfPresent(
            key,
            (ignored, state) ->
                state.failures() <= 1 ? null : new State(state.failures() - 1, Instant.MIN));
  }

  /** Whoever was right is not slowed by what was wrong before. */
  public void forget(String key) {
    states.invalidate(key);
  }

  private State after(State before) {
    int failures = before.failures() + 1;
    if (failures <= free) {
      return new State(failures, Instant.MIN);
    }
    long doubled = FIRST_DELAY.toMillis() << Math.min(failures - free - 1, 20);
    Duration delay = Duration.ofMillis(Math.min(doubled, LONGEST_DELAY.toMillis()));
    return new State(failures, clock.instant().plus(delay));
  }
}
