package dev.alidade.bench.part;

/** Rows a second of work that takes long enough to be timed once: the best of its rounds. */
final class BestRate {
  private double best;

  /** Work that gives how many rows it did. */
  interface Work {
    long rows() throws Exception;
  }

  void measure(Work work) throws Exception {
    long before = System.nanoTime();
    long rows = work.rows();
    best = Math.max(best, rows / ((System.nanoTime() - before) / 1e9));
  }

  double perSecond() {
    return best;
  }
}
