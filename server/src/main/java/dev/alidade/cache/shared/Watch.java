package dev.alidade.cache.shared;

import java.time.Duration;
import java.util.Optional;

/** Does something again and again on a thread of its own, from when it is first needed. */
final class Watch implements AutoCloseable {
  private final Duration period;
  private final Runnable work;
  private volatile boolean begun;
  private Optional<Thread> thread = Optional.empty();

  /** {@code work} must not fail. */
  Watch(Duration period, Runnable work) {
    this.period = period;
    this.work = work;
  }

  /** Begins, unless it did. */
  void begin() {
    if (!begun) {
      start();
    }
  }

  @Override
  public synchronized void close() {
    begun = true;
    thread.ifPresent(Thread::interrupt);
  }

  private synchronized void start() {
    if (begun) {
      return;
    }
    begun = true;
    thread = Optional.of(Thread.ofPlatform().daemon().name("shared-results").start(this::run));
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        work.run();
        Thread.sleep(period);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
