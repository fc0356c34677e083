package dev.alidade.bench.load;

import java.time.Duration;

/**
 * How often what is compared takes its turn, and for how long.
 *
 * @param warmUp of each before the first turn of all, for code is compiled while it runs
 */
public record Pace(int rounds, Duration round, Duration warmUp) {
  /** For figures that are told. */
  public static final Pace WHOLE = new Pace(3, Duration.ofMillis(1_500), Duration.ofSeconds(5));

  /** For a machine that only looks for gross regressions. */
  public static final Pace SHORT = new Pace(3, Duration.ofMillis(500), Duration.ofMillis(1_500));
}
