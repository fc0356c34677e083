package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One call for all who ask the same while it lasts. */
final class Flights {
  private final Map<String, CompletableFuture<String>> flying = new ConcurrentHashMap<>();

  /** What came of a call, and whether it was somebody else's. */
  record Landed(String text, boolean shared) {}

  /**
   * Makes the call, or waits for that of another. Where the other could not end it for a reason of
   * their own, the call is made after all.
   */
  Landed join(String key, Cancellation cancellation, Supplier<String> call) {
    while (true) {
      cancellation.check();
      CompletableFuture<String> own = new CompletableFuture<>();
      CompletableFuture<String> other = flying.putIfAbsent(key, own);
      if (other == null) {
        return new Landed(fly(key, own, call), false);
      }
      Optional<String> text = await(other, cancellation);
      if (text.isPresent()) {
        return new Landed(text.get(), true);
      }
    }
  }

  private String fly(String key, CompletableFuture<String> own, Supplier<String> call) {
    try {
      String text = call.get();
      own.complete(text);
      return text;
    } catch (RuntimeException | Error failure) {
      own.completeExceptionally(failure);
      throw failure;
    } finally {
      flying.remove(key, own);
    }
  }

  private static Optional<String> await(
      CompletableFuture<String> other, Cancellation cancellation) {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    try (Cancellation.Registration _ = cancellation.onCancel(() -> cancelled.complete(""))) {
      CompletableFuture.anyOf(other, cancelled).join();
      cancellation.check();
      return Optional.of(other.join());
    } catch (CompletionException failed) {
      if (!(failed.getCause() instanceof AlidadeException known)) {
        throw failed;
      }
      if (known.code() == ErrorCode.QUERY_CANCELLED
          || known.code() == ErrorCode.MODEL_SPENDING_CAP) {
        return Optional.empty();
      }
      throw known;
    }
  }
}
