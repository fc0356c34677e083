package dev.alidade.engine.jdbc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An answer that all who wait for it share. Who asks gets one that was asked for after they came,
 * so that it is never older than their question; at most one is asked for at a time.
 */
public final class SharedAnswer<T> {
  private final Supplier<T> question;
  private final ReentrantLock asking = new ReentrantLock();
  private Optional<CompletableFuture<T>> next = Optional.empty();

  /** Answers to {@code question}, which takes a while. */
  public SharedAnswer(Supplier<T> question) {
    this.question = question;
  }

  /** An answer, or the failure of the question. */
  public T get() {
    CompletableFuture<T> mine;
    boolean first;
    synchronized (this) {
      first = next.isEmpty();
      mine = next.orElseGet(CompletableFuture::new);
      next = Optional.of(mine);
    }
    if (first) {
      ask(mine);
    }
    try {
      return mine.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException known ? known : failure;
    }
  }

  private void ask(CompletableFuture<T> answer) {
    asking.lock();
    try {
      synchronized (this) {
        // Who comes from now on may know more than this answer.
        next = Optional.empty();
      }
      answer.complete(question.get());
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    } finally {
      asking.unlock();
    }
  }
}
