package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that speaks a provider's protocol as recorded, and says and breaks what it is told. */
public final class ScriptedModel implements AutoCloseable {
  /** How many tokens it says that it read and wrote. */
  public static final Tokens TOKENS = new Tokens(1_200, 80);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScriptedProtocol protocol;

  private ScriptedModel(Provider provider) {
    protocol = new ScriptedProtocol(provider);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException cause) {
      throw new IllegalStateException(cause);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** One that speaks as this provider does. */
  public static ScriptedModel of(Provider provider) {
    return new ScriptedModel(provider);
  }

  /** A request as it came. */
  public record Asked(String path, String key, JsonNode body) {
    /** All that the model is told, its instructions with it. */
    public String text() {
      return body.toString();
    }
  }

  /** What happens to one request. */
  public sealed interface Step {
    /** The whole answer, in pieces. */
    record Answer(String text) implements Step {}

    /** Another status than 200. */
    record Status(int status, List<String> headers, String body) implements Step {}

    /** Events as given, then the end of the stream. */
    record Events(List<String> events) implements Step {}

    /** Part of an answer, then the connection is gone. */
    record Cut(String text) implements Step {}

    /** Part of an answer, then silence; without a part not even a status comes. */
    record Silence(String text) implements Step {}

    /** A page of HTML. */
    record Page() implements Step {}
  }

  /** Gives these answers to the next requests. */
  public ScriptedModel says(Object... answers) {
    for (Object answer : answers) {
      synchronized (steps) {
        steps.add(answer instanceof Step step ? step : new Step.Answer(answer.toString()));
      }
    }
    return this;
  }

  /** The events of an answer that ends for this reason, for a test to break. */
  List<String> events(String text, String reason) {
    return protocol.events(text, reason);
  }

  /** Events that tell of a failure in the middle of an answer. */
  Step failing(String kind) {
    List<String> events = new ArrayList<>(protocol.beginning("{\"pl"));
    events.add(protocol.error(kind));
    return new Step.Events(events);
  }

  /** An answer whose end never comes, though the stream is closed in order. */
  Step truncated(String text) {
    return new Step.Events(protocol.beginning(text));
  }

  /** An answer that ends for this reason. */
  Step ending(String text, String reason) {
    return new Step.Events(protocol.events(text, reason));
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** What it was asked, in order. */
  public List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    synchronized (asked) {
      asked.add(new Asked(exchange.getRequestURI().getPath(), protocol.key(exchange), body));
    }
    Step step;
    synchronized (steps) {
      step = steps.isEmpty() ? new Step.Status(500, List.of(), "{}") : steps.poll();
    }
    switch (step) {
      case Step.Answer answer -> stream(exchange, protocol.events(answer.text(), "usual"), 0);
      case Step.Events events -> stream(exchange, events.events(), 0);
      case Step.Status status -> status(exchange, status);
      case Step.Page page -> page(exchange);
      case Step.Cut cut -> stream(exchange, protocol.beginning(cut.text()), 1_000_000);
      case Step.Silence silence -> silence(exchange, silence.text());
    }
  }

  private static void stream(HttpExchange exchange, List<String> events, long promised)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, promised);
    // A body that is shorter than was promised ends with the connection.
    try (exchange) {
      write(exchange.getResponseBody(), events);
      if (promised == 0) {
        exchange.getResponseBody().close();
      }
    }
  }

  private static void write(OutputStream out, List<String> events) throws IOException {
    for (String event : events) {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private static void status(HttpExchange exchange, Step.Status status) throws IOException {
    for (String header : status.headers()) {
      String[] parts = header.split(": ", 2);
      exchange.getResponseHeaders().add(parts[0], parts[1]);
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] body = status.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status.status(), body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void page(HttpExchange exchange) throws IOException {
    byte[] body = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private void silence(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      if (!text.isEmpty()) {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        write(exchange.getResponseBody(), protocol.beginning(text));
      }
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** An error body as both providers send it. */
  static String error(String kind, String message) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putObject("error").put("type", kind).put("message", message);
    return body.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
