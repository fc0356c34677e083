package dev.alidade.bench.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls that arrive at a fixed rate, whether or not the last ones are done. A call's time runs from
 * when it was due: one that found all workers busy has waited, and its wait counts.
 */
public final class OpenLoop {
  private OpenLoop() {}

  /** Calls {@code perSecond} times a second for so long, by so many workers at most. */
  public static Measurement run(
      double perSecond, Duration time, int workers, Worker.Factory factory) throws Exception {
    long arrivals = Math.round(perSecond * time.toNanos() / 1e9);
    AtomicLong next = new AtomicLong();
    return Crew.run(
        workers, factory, (worker, start) -> loop(worker, next, arrivals, start, perSecond));
  }

  private static Callable<Timings> loop(
      Worker worker, AtomicLong next, long arrivals, long start, double perSecond) {
    return () -> {
      Timings timings = new Timings();
      for (long number = next.getAndIncrement();
          number < arrivals;
          number = next.getAndIncrement()) {
        long due = start + (long) (number * 1e9 / perSecond);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        Crew.call(worker, number, due, timings);
      }
      return timings;
    };
  }
}
