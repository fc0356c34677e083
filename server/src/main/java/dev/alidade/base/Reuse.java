package dev.alidade.base;

/**
 * How often something was needed, and how often what was kept would do.
 *
 * @param hits answered by what was kept
 * @param misses made or read anew
 */
public record Reuse(long hits, long misses) {
  /** The share that was answered by what was kept; 1 where nothing was needed yet. */
  public double hitRate() {
    long all = hits + misses;
    return all == 0 ? 1 : (double) hits / all;
  }
}
