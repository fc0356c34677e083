package dev.alidade.cache;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A result that is being read, for which others who ask the same wait. */
final class Flight {
  private final CompletableFuture<Optional<Held>> landing = new CompletableFuture<>();

  /** It was read; nothing where it cannot be shared. */
  void land(Optional<Held> held) {
    landing.complete(held);
  }

  /** What was read; nothing where it cannot be shared, or takes longer than {@code patience}. */
  Optional<Held> await(Duration patience, Cancellation cancellation) {
    CompletableFuture<Optional<Held>> mine = landing.copy();
    Cancellation.Registration registration = cancellation.onCancel(() -> mine.cancel(false));
    try {
      return mine.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException | CancellationException stopped) {
      throw cancelled(stopped);
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw cancelled(gone);
    } finally {
      registration.close();
    }
  }

  private static AlidadeException cancelled(Exception cause) {
    return new AlidadeException(
        ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", cause);
  }
}
