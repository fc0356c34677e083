package dev.alidade.cache.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, from when it is first needed. */
final class Watch implements AutoCloseable {
  private final Duration period;
  private final Runnable work;
  private volatile boolean begun;
  private Optional<ScheduledExecutorService> thread = Optional.empty();

  Watch(Duration period, Runnable work) {
    this.period = period;
    this.work = work;
  }

  /** Begins, unless it did. */
  void begin() {
    if (begun) {
      return;
    }
    start();
  }

  private synchronized void start() {
    if (begun) {
      return;
    }
    begun = true;
    ScheduledExecutorService own =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("shared-results").factory());
    own.scheduleWithFixedDelay(work, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    thread = Optional.of(own);
  }

  @Override
  public synchronized void close() {
    begun = true;
    thread.ifPresent(ScheduledExecutorService::shutdownNow);
  }
}
