package dev.alidade.cache;

import java.util.Map;

/**
 * How results of one source are kept.
 *
 * @param counts how often rows came from where, since this process started
 * @param results how many are kept now
 * @param bytes about how much they take
 */
public record SourceStatistics(
    String source, Map<CacheOutcome.State, Long> counts, long results, long bytes) {
  public SourceStatistics {
    counts = Map.copyOf(counts);
  }

  /** How often rows came from there. */
  public long of(CacheOutcome.State state) {
    return counts.getOrDefault(state, 0L);
  }
}
