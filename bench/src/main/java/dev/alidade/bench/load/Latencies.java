package dev.alidade.bench.load;

import java.util.Arrays;
import java.util.List;

/** How long calls took, in nanoseconds, in order. */
public final class Latencies {
  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  /** Those of all workers together. */
  public static Latencies of(List<long[]> nanosByWorker) {
    return new Latencies(nanosByWorker.stream().flatMapToLong(Arrays::stream).sorted().toArray());
  }

  /** How many calls. */
  public int count() {
    return sorted.length;
  }

  /** The smallest time that at least this share of all calls kept. */
  public long percentile(double share) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }

  /** The usual three, in milliseconds. */
  public Spread spread() {
    return new Spread(millis(0.50), millis(0.95), millis(0.99));
  }

  private double millis(double share) {
    return percentile(share) / 1e6;
  }
}
