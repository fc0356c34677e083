package dev.alidade.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read of our own database a second ago at most. What this process changes is seen at
 * once, what another process changes in the same store within that second.
 */
public final class SeenLately<T> {
  private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Seen<T>> seen = new ConcurrentHashMap<>();

  private record Seen<T>(T value, Instant at) {
    /** A clock that was set back makes nothing fresh. */
    boolean isFresh(Instant now) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.compareTo(LONGEST_UNSEEN) < 0;
    }
  }

  /** Ages go by {@code clock}. */
  public SeenLately(Clock clock) {
    this.clock = clock;
  }

  /** What is known by this name, or else what {@code reading} finds. */
  public T of(String name, Supplier<T> reading) {
    Instant now = clock.instant();
    Seen<T> last = seen.get(name);
    if (last != null && last.isFresh(now)) {
      return last.value();
    }
    // A change waits until what was read before it is there to be forgotten.
    return seen.compute(
            name,
            (ignored, other) ->
                other != null && other.isFresh(now) ? other : new Seen<>(reading.get(), now))
        .value();
  }

  /** This process has changed what is known by this name. */
  public void changed(String name) {
    seen.computeIfPresent(name, (ignored, old) -> null);
  }
}
