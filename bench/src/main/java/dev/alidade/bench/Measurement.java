package dev.alidade.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What one kind of work did in a closed loop: how often a second, and how long each took. */
record Measurement(double perSecond, Duration p50, Duration p95, Duration p99) {
  static Measurement of(List<long[]> nanosByWorker, Duration elapsed) {
    long[] all = nanosByWorker.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (all.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    return new Measurement(
        all.length / (elapsed.toNanos() / 1e9),
        percentile(all, 0.50),
        percentile(all, 0.95),
        percentile(all, 0.99));
  }

  /** The median of several rounds, by rate. */
  static Measurement median(List<Measurement> rounds) {
    return rounds.stream()
        .sorted((left, right) -> Double.compare(left.perSecond, right.perSecond))
        .toList()
        .get(rounds.size() / 2);
  }

  private static Duration percentile(long[] sorted, double share) {
    return Duration.ofNanos(
        sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))]);
  }
}
