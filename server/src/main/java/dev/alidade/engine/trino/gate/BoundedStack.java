package dev.alidade.engine.trino.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work that may recurse deeply: on a stack of its own, for a limited time. */
final class BoundedStack {
  private static final long BYTES = 4L << 20;

  private BoundedStack() {}

  /** Work that knows when it has to be ready, as a moment of {@link System#nanoTime()}. */
  @FunctionalInterface
  interface Work<T> {
    T before(long deadline);
  }

  /** What the work gives; empty where the stack or the time did not suffice. */
  static <T> Optional<T> run(Duration time, Work<T> work) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    long deadline = System.nanoTime() + time.toNanos();
    Thread thread = new Thread(null, () -> complete(answer, work, deadline), "trino-gate", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(time.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (TimeoutException stuck) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private static <T> void complete(
      CompletableFuture<Optional<T>> answer, Work<T> work, long deadline) {
    try {
      answer.complete(Optional.of(work.before(deadline)));
    } catch (StackOverflowError | TrinoGrammar.OutOfTime tooMuch) {
      answer.complete(Optional.empty());
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }
}
