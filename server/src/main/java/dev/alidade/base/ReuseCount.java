package dev.alidade.base;

import java.util.concurrent.atomic.LongAdder;

/** Counts how often what was kept would do. */
public final class ReuseCount {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** What was kept would do. */
  public void hit() {
    hits.increment();
  }

  /** It had to be made or read anew. */
  public void miss() {
    misses.increment();
  }

  /** Since the start. */
  public Reuse soFar() {
    return new Reuse(hits.sum(), misses.sum());
  }
}
