package dev.alidade.bench.load;

import java.util.Arrays;
import java.util.Optional;

/** The times of one worker's calls, as many as there are. */
final class Timings {
  private long[] nanos = new long[1 << 12];
  private int count;
  private long refused;
  private Optional<String> firstRefusal = Optional.empty();

  void answered(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = time;
  }

  void refused(Refused why) {
    if (refused++ == 0) {
      firstRefusal = Optional.of(why.getMessage());
    }
  }

  long[] nanos() {
    return Arrays.copyOf(nanos, count);
  }

  long refusedCalls() {
    return refused;
  }

  Optional<String> firstRefusal() {
    return firstRefusal;
  }
}
