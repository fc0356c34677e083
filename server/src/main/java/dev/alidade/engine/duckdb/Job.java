package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A piece of work that was given to the workers; it can be abandoned but not killed. */
final class Job<T> {
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  boolean succeed(T value) {
    return outcome.complete(value);
  }

  boolean fail(Throwable failure) {
    return outcome.completeExceptionally(failure);
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /** Waits for the outcome; an interrupt of the waiting thread counts as a cancellation. */
  T await() {
    try {
      return outcome.get();
    } catch (ExecutionException failure) {
      throw unwrap(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was interrupted before it was done", interrupted);
    }
  }

  /** Waits a little; whether it is done. */
  boolean awaitFor(long milliseconds) {
    try {
      outcome.get(milliseconds, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException failure) {
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RuntimeException unwrap(Throwable cause) {
    return switch (cause) {
      case AlidadeException failure ->
          new AlidadeException(failure.code(), failure.getMessage(), failure.location(), failure);
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      default -> new IllegalStateException(cause);
    };
  }
}
