package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.InputRequest;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.OpenDecision;
import dev.alidade.operation.OperationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends the person at a client to the page where something is decided, and waits for what comes of
 * it. The client learns only that its person was willing to go; who decides says so on the page.
 */
final class Decisions {
  private static final String KEY = "decision";
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(5);
  private static final int SHORT_PAUSES = 240;
  private static final int PAUSES_A_NOTICE = 10;

  private final OperationRegistry registry;
  private final Optional<URI> pages;
  private final Function<Exchange, Duration> patience;

  /** Decisions that the operations of {@code registry} leave open, on the pages of the settings. */
  Decisions(OperationRegistry registry, ToolSettings settings) {
    this(registry, settings, Decisions::usualPatience);
  }

  /** The same for clients who wait otherwise. */
  Decisions(
      OperationRegistry registry, ToolSettings settings, Function<Exchange, Duration> patience) {
    this.registry = registry;
    this.pages = settings.pages();
    this.patience = patience;
  }

  /** How long a person may take before the client is told that it still waits. */
  private static Duration usualPatience(Exchange exchange) {
    if (!exchange.client().revision().isStateless()) {
      return Duration.ofMinutes(10);
    }
    // A task outlasts its request; others give up on a request after a minute.
    return exchange.client().can(Capability.TASKS) ? Duration.ofDays(1) : Duration.ofSeconds(50);
  }

  /** Where what an output leaves open is decided; empty where nothing is open, or no page there. */
  Optional<URI> page(Record output) {
    return waiting(output).flatMap(open -> pages.map(at -> URI.create(at + open.page())));
  }

  /** Asks the client to send its person to the page; empty where that cannot be. */
  Optional<Outcome> send(Record output, String operation, Exchange exchange) {
    if (!exchange.client().can(Capability.ELICITATION_BY_PAGE)) {
      return Optional.empty();
    }
    return waiting(output)
        .flatMap(open -> page(output).map(at -> send(open, at, operation, exchange)));
  }

  private static Outcome send(
      OpenDecision.Waiting open, URI page, String operation, Exchange exchange) {
    ObjectNode state = JsonRpc.object().put("operation", operation).put(KEY, open.id());
    ObjectNode request =
        InputRequest.page(open.message(), page, open.id(), exchange.client().revision());
    return new Outcome.InputRequired(Map.of(KEY, request), Optional.of(state));
  }

  /** What this client's person was sent to decide on; empty in the first round. */
  static Optional<String> sent(String operation, Exchange exchange) {
    return exchange
        .state()
        .filter(state -> state.path("operation").asText().equals(operation))
        .map(state -> state.path(KEY).asText())
        .filter(id -> !id.isEmpty());
  }

  /** What came of it: at once where nobody went there, else when it is decided or it takes long. */
  Record outcome(String operation, String id, Exchange exchange) {
    Record output = registry.outcome(operation, id, exchange.invocation());
    if (!exchange.answers().path(KEY).path("action").asText().equals("accept")) {
      return output;
    }
    long until = System.nanoTime() + patience.apply(exchange).toNanos();
    for (int pauses = 1; isOpen(output) && System.nanoTime() < until; pauses++) {
      // Whoever has not decided soon may take hours.
      pause(pauses <= SHORT_PAUSES ? PAUSE : LONG_PAUSE, exchange);
      if (pauses % PAUSES_A_NOTICE == 0) {
        exchange.progress(
            pauses, Optional.empty(), Optional.of("Waiting for a person to decide on the page"));
      }
      output = registry.outcome(operation, id, exchange.invocation());
    }
    if (!isOpen(output) && !exchange.client().revision().isStateless()) {
      exchange.channel().tell(InputRequest.pageDone(id));
    }
    return output;
  }

  private static boolean isOpen(Record output) {
    return waiting(output).isPresent();
  }

  private static Optional<OpenDecision.Waiting> waiting(Record output) {
    return output instanceof OpenDecision decision ? decision.openDecision() : Optional.empty();
  }

  private static void pause(Duration length, Exchange exchange) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    exchange.cancellation().check();
  }
}
