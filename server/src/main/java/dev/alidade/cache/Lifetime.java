package dev.alidade.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** How long a result may be given after it was read, whatever its source says. */
record Lifetime(Duration longest, Clock clock) {
  Lifetime {
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(clock, "clock");
  }

  boolean isOver(Instant readAt) {
    return readAt.plus(longest).isBefore(clock.instant());
  }

  /** How long is left: what was taken is as old as what it was taken from. */
  Duration left(Instant readAt) {
    Duration age = Duration.between(readAt, clock.instant());
    Duration left = age.isNegative() ? longest : longest.minus(age);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }
}
