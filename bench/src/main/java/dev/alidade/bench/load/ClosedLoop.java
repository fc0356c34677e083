package dev.alidade.bench.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that each do the next thing when the last one is done. */
public final class ClosedLoop {
  private ClosedLoop() {}

  /** Lets so many callers work for so long. */
  public static Measurement run(int callers, Duration time, Worker.Factory factory)
      throws Exception {
    return run(callers, Long.MAX_VALUE, time, factory);
  }

  /** Lets them make so many calls together, and work for so long at most. */
  public static Measurement run(int callers, long calls, Duration time, Worker.Factory factory)
      throws Exception {
    AtomicLong next = new AtomicLong();
    return Crew.run(
        callers, factory, (worker, start) -> loop(worker, next, calls, start + time.toNanos()));
  }

  private static Callable<Timings> loop(Worker worker, AtomicLong next, long calls, long end) {
    return () -> {
      Timings timings = new Timings();
      long before = System.nanoTime();
      long number = next.getAndIncrement();
      while (number < calls && before - end < 0) {
        before = Crew.call(worker, number, before, timings);
        number = next.getAndIncrement();
      }
      return timings;
    };
  }
}
