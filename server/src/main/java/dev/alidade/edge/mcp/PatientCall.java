package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.task.Tasks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A call whose client waits for a while, and then gets a task instead of the result. */
record PatientCall(Tasks tasks, Duration patience, Function<Exchange, Outcome> step) {
  /** What {@code written} makes of the outcome, or the task that goes on. */
  ObjectNode of(Exchange exchange, Function<Outcome, ObjectNode> written) {
    Cancellation own = new Cancellation();
    Exchange carried = exchange.carriedBy(exchange.channel(), own);
    CompletableFuture<Outcome> running = new CompletableFuture<>();
    try (Cancellation.Registration _ = exchange.cancellation().onCancel(own::cancel)) {
      Thread.startVirtualThread(() -> complete(running, carried));
      Outcome outcome = running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (outcome instanceof Outcome.Lasting lasting) {
        return tasks.create(exchange, lasting.work());
      }
      return written.apply(outcome);
    } catch (TimeoutException slow) {
      return tasks.create(exchange, own, again -> goOn(running, again));
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      own.cancel();
      throw new IllegalStateException(stopped);
    }
  }

  private void complete(CompletableFuture<Outcome> running, Exchange exchange) {
    try {
      running.complete(step.apply(exchange));
    } catch (Throwable thrown) {
      running.completeExceptionally(thrown);
    }
  }

  /** The first round is what runs already; the next ones are rounds like any other. */
  private Outcome goOn(CompletableFuture<Outcome> running, Exchange exchange) {
    if (!exchange.answers().isEmpty()) {
      return step.apply(exchange);
    }
    try {
      return running.join();
    } catch (CompletionException failed) {
      throw rethrown(failed.getCause());
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
