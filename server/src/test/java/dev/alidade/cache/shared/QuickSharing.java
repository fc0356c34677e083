package dev.alidade.cache.shared;

import java.time.Duration;

/** Sharing that hears of all at once, for tests that wait for it. */
public final class QuickSharing {
  /** Of one result. */
  public static final long LARGEST = 100_000;

  private QuickSharing() {}

  public static SharedResults on(Shelf shelf, SharedSettings settings) {
    return new SharedResults(shelf, settings, LARGEST, Duration.ofMillis(100));
  }
}
