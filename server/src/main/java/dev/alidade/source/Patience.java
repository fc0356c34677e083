package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits for what a source does, and not for ever. */
final class Patience {
  private Patience() {}

  /** What the work gives within that time. */
  static <T> T within(Duration time, Supplier<T> work) {
    return within(time, work, late -> {});
  }

  /** The same; what comes after the time is given to {@code late}. */
  static <T> T within(Duration time, Supplier<T> work, Consumer<T> late) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual().name("try-source").start(() -> run(work, result, late));
    try {
      return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AlidadeException known) {
        throw known;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (TimeoutException slow) {
      throw ended(
          result,
          late,
          ErrorCode.SOURCE_UNAVAILABLE,
          "It did not answer within %d s; is it reachable from here, and is a firewall between?"
              .formatted(time.toSeconds()),
          slow);
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw ended(
          result,
          late,
          ErrorCode.QUERY_CANCELLED,
          "The request was cancelled before it was done",
          gone);
    }
  }

  private static <T> void run(Supplier<T> work, CompletableFuture<T> result, Consumer<T> late) {
    try {
      T value = work.get();
      if (!result.complete(value)) {
        late.accept(value);
      }
    } catch (RuntimeException | Error failure) {
      result.completeExceptionally(failure);
    }
  }

  private static <T> AlidadeException ended(
      CompletableFuture<T> result,
      Consumer<T> late,
      ErrorCode code,
      String message,
      Exception cause) {
    AlidadeException ended = new AlidadeException(code, message, cause);
    if (!result.completeExceptionally(ended) && !result.isCompletedExceptionally()) {
      // It came between the end of the time and now.
      late.accept(result.join());
    }
    return ended;
  }
}
