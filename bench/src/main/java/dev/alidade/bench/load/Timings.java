package dev.alidade.bench.load;

import java.util.Arrays;

/** The times of one worker's calls, as many as there are. */
final class Timings {
  private long[] nanos = new long[1 << 12];
  private int count;
  private long refused;

  void answered(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = time;
  }

  void refused() {
    refused++;
  }

  long[] nanos() {
    return Arrays.copyOf(nanos, count);
  }

  long refusedCalls() {
    return refused;
  }
}
