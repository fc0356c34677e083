package dev.alidade.engine.duckdb;

import dev.alidade.engine.duckdb.run.EngineQuery;
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
   * Interrupts {@code query} while the work runs; after 0.8 s it is given up, and the one who waits
   * gets the failure.
   */
  static void until(
      WorkerPool.Running<?> running, EngineQuery query, Supplier<RuntimeException> failure) {
    attempt(running, query, failure, 1);
  }

  private static void attempt(
      WorkerPool.Running<?> running,
      EngineQuery query,
      Supplier<RuntimeException> failure,
      int number) {
    if (running.job().isDone()) {
      return;
    }
    if (number > ATTEMPTS) {
      query.giveUp();
      running.abandon(failure.get());
      return;
    }
    query.interrupt();
    SOON.execute(() -> attempt(running, query, failure, number + 1));
  }
}
