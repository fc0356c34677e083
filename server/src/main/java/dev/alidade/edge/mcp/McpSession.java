package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.operation.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What client and server have agreed on, and what is under way between them. */
final class McpSession {
  private static final long PATIENCE_MINUTES = 10;
  private static final int MOST_RESOURCES = 1_000;

  private final String owner;
  private final Map<JsonNode, Running> running = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final AtomicLong questions = new AtomicLong();
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final StreamLogs streams = new StreamLogs();
  private volatile Client client;
  private volatile Optional<Subscribed> subscribed = Optional.empty();

  private record Subscribed(Subscription subscription, Subscriptions all) {}

  /** A session of whoever is at the other end. */
  McpSession(Client client) {
    this(client, "");
  }

  /** A session of the caller of that name, who opened it. */
  McpSession(Client client, String owner) {
    this.client = client;
    this.owner = owner;
  }

  Client client() {
    return client;
  }

  StreamLogs streams() {
    return streams;
  }

  /** Whether it is of this caller; anybody else is told that there is no such session. */
  boolean isOf(Visit visit) {
    return owner.equals(visit.caller().name());
  }

  /** The result of a method that is about the session itself; empty for every other. */
  Optional<ObjectNode> handle(Exchange exchange) {
    ObjectNode params = exchange.params();
    switch (exchange.request().method()) {
      case "ping" -> {}
      case "logging/setLevel" -> client = client.withLogLevel(params.path("level").asText());
      case "resources/subscribe" -> watch(params.path("uri").asText());
      case "resources/unsubscribe" -> watched.remove(params.path("uri").asText());
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(JsonRpc.object());
  }

  private void watch(String uri) {
    if (watched.size() >= MOST_RESOURCES) {
      throw ProtocolException.invalidParams(
          "A session can watch %,d resources; unsubscribe from some first"
              .formatted(MOST_RESOURCES));
    }
    watched.add(uri);
    subscribed.ifPresent(known -> known.all().remember(known.subscription(), uri));
  }

  /** From now on, and only once, its client is told of changes. */
  synchronized void subscribe(Visit visit, Subscriptions subscriptions, Consumer<ObjectNode> sink) {
    if (subscribed.isEmpty()) {
      Subscription subscription = Subscription.ofSession(visit, client, watched, sink);
      subscriptions.add(subscription);
      subscribed = Optional.of(new Subscribed(subscription, subscriptions));
    }
  }

  Running begin(Exchange exchange) {
    return begin(exchange.request().id(), exchange.cancellation());
  }

  /** Notes that a request is under way, so that it can be taken back. */
  Running begin(JsonNode id, Cancellation cancellation) {
    Running request = new Running(cancellation);
    running.put(id, request);
    return request;
  }

  /** Whether the request still wants its response. */
  boolean end(JsonNode id, Running request) {
    running.remove(id, request);
    return !request.withdrawn;
  }

  /** The client takes a request back; one that is over is no error. */
  void cancel(JsonNode id) {
    Running request = running.get(id);
    if (request != null) {
      request.withdrawn = true;
      request.cancellation.cancel();
    }
  }

  /** Sends the client a request and waits for its result. */
  JsonNode ask(ObjectNode request, Consumer<ObjectNode> wire, Cancellation cancellation) {
    String id = "alidade-" + questions.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try (Cancellation.Registration _ = cancellation.onCancel(() -> answer.cancel(false))) {
      ObjectNode message = JsonRpc.object().put("jsonrpc", "2.0").put("id", id);
      wire.accept(message.setAll(request));
      return answer.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException failed) {
      throw ProtocolException.of(JsonRpc.INVALID_REQUEST, failed.getCause().getMessage());
    } catch (TimeoutException silent) {
      throw ProtocolException.of(
          JsonRpc.INVALID_REQUEST, "The client did not answer; call again when it can");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProtocolException.of(JsonRpc.INTERNAL_ERROR, "The server stops");
    } finally {
      asked.remove(id);
      cancellation.check();
    }
  }

  /** The client answers what it was asked; what nobody asked is ignored. */
  void answered(Incoming.Response response) {
    CompletableFuture<JsonNode> answer = asked.get(response.id().asText());
    if (answer == null) {
      return;
    }
    JsonNode error = response.message().path("error");
    if (error.isMissingNode()) {
      answer.complete(response.message().path("result"));
      return;
    }
    String words = error.path("message").asText();
    answer.completeExceptionally(
        new IllegalStateException(
            "The client refused a question: " + words.substring(0, Math.min(200, words.length()))));
  }

  /** Stops all that is under way. */
  void close() {
    running.values().forEach(request -> request.cancellation.cancel());
    synchronized (this) {
      subscribed.ifPresent(known -> known.all().remove(known.subscription()));
      subscribed = Optional.empty();
    }
    streams.close();
  }

  /** A request under way. */
  static final class Running {
    private final Cancellation cancellation;
    private volatile boolean withdrawn;

    private Running(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    Cancellation cancellation() {
      return cancellation;
    }
  }
}
