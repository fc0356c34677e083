package dev.alidade.engine.duckdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Interrupts cancelled work again and again until it stops, and gives it up when it does not. */
final class Interrupts {
  private static final int ATTEMPTS = 20;
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(
          40, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().start(task));

  private Interrupts() {}

  /**
   * Calls {@code interrupt} while the work runs; after 0.8 s the one who waits gets the failure.
   */
  static void until(
      WorkerPool.Running<?> running, Runnable interrupt, Supplier<RuntimeException> failure) {
    attempt(running, interrupt, failure, 1);
  }

  private static void attempt(
      WorkerPool.Running<?> running,
      Runnable interrupt,
      Supplier<RuntimeException> failure,
      int number) {
    if (running.job().isDone()) {
      return;
    }
    if (number > ATTEMPTS) {
      running.abandon(failure.get());
      return;
    }
    interrupt.run();
    SOON.execute(() -> attempt(running, interrupt, failure, number + 1));
  }
}
