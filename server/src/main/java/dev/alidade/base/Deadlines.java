package dev.alidade.base;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs an action when a time has passed, unless it is taken back before. */
public final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor scheduler;

  /** Deadlines kept by one thread of their own. */
  public Deadlines() {
    scheduler =
        (ScheduledThreadPoolExecutor)
            Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
    scheduler.setRemoveOnCancelPolicy(true);
  }

  /** Runs the action on a thread of its own when the time has passed. */
  public Future<?> after(Duration delay, Runnable action) {
    return scheduler.schedule(
        // Cancelling may wait for the engine; the next deadline must not.
        () -> Thread.ofVirtual().start(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs the action again and again until this is closed. */
  public void every(Duration pause, Runnable action) {
    Future<?> unused =
        scheduler.scheduleWithFixedDelay(
            () -> Thread.ofVirtual().start(action),
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
