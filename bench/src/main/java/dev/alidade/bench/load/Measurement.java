package dev.alidade.bench.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What callers got in one round.
 *
 * @param perSecond calls that were answered
 * @param refused the share of all calls that was not
 * @param firstRefusal what was said to the first of those
 */
public record Measurement(
    double perSecond, Spread spread, double refused, Optional<String> firstRefusal) {
  public Measurement {
    Objects.requireNonNull(spread, "spread");
    Objects.requireNonNull(firstRefusal, "firstRefusal");
  }

  static Measurement of(
      Latencies answered, long refused, Optional<String> firstRefusal, Duration elapsed) {
    if (answered.count() == 0) {
      throw new IllegalStateException(
          "none of %d calls was answered: %s".formatted(refused, firstRefusal.orElse("")));
    }
    return new Measurement(
        answered.count() / (elapsed.toNanos() / 1e9),
        answered.spread(),
        refused / (double) (refused + answered.count()),
        firstRefusal);
  }

  /** The median of several rounds, by rate; of an even number the slower of the two. */
  public static Measurement median(List<Measurement> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measurement::perSecond))
        .toList()
        .get((rounds.size() - 1) / 2);
  }
}
