package dev.alidade.admission;

import java.util.Arrays;

/** When a turn will come, as far as one can tell from what runs and waits. */
final class Forecast {
  private Forecast() {}

  /**
   * The seconds until a turn is free for who has so much work before it, where those who use it now
   * will do so for {@code remaining} seconds each and {@code turns} may at once.
   */
  static double free(double[] remaining, int turns, double before) {
    double[] ends = remaining.clone();
    Arrays.sort(ends);
    int free = Math.max(0, turns - ends.length);
    double used = 0;
    // Work flows into each turn as it becomes free, until all of it is done.
    for (double end : ends) {
      double done = free * end - used;
      if (free > 0 && done >= before) {
        break;
      }
      free++;
      used += end;
    }
    return free == 0 ? 0 : (before + used) / free;
  }
}
