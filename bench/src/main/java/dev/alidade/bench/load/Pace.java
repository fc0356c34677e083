package dev.alidade.bench.load;

import java.time.Duration;

/**
 * How often what is compared takes its turn, and for how long.
 *
 * @param warmUp calls of each before the first turn of all, for code is compiled while it runs;
 *     they are counted and not timed, so that a busy machine warms up as far as an idle one
 */
public record Pace(int rounds, Duration round, long warmUp) {
  /** For figures that are told. */
  public static final Pace WHOLE = new Pace(3, Duration.ofSeconds(1), 60_000);

  /** For a machine that only looks for gross regressions. */
  public static final Pace SHORT = new Pace(3, Duration.ofMillis(500), 8_000);
}
