package dev.alidade.edge.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;

/** Server-sent events on one response; comments keep an idle connection open. */
public final class EventStream {
  private static final long HEARTBEAT_MILLISECONDS = 15_000;
  private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final long heartbeat;

  private EventStream(Vertx vertx, HttpServerResponse response) {
    this.vertx = vertx;
    this.response = response;
    heartbeat = vertx.setPeriodic(HEARTBEAT_MILLISECONDS, ignored -> beat());
  }

  /** Sends the head of the response. */
  public static EventStream open(Vertx vertx, HttpServerResponse response) {
    response
        .setChunked(true)
        .putHeader("Content-Type", Negotiation.EVENTS)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        // Proxies that collect answers would hold the events back.
        .putHeader("X-Accel-Buffering", "no");
    EventStream events = new EventStream(vertx, response);
    response.write(Buffer.buffer(COMMENT));
    return events;
  }

  /** Whether the client reads so slowly that what is sent heaps up here. */
  public boolean isBehind() {
    return response.writeQueueFull();
  }

  /** Sends an event without data that a client can come back to, after so many milliseconds. */
  public void mark(String id, int retry) {
    if (!response.closed() && !response.ended()) {
      response.write(Buffer.buffer("id: %s\nretry: %d\ndata: \n\n".formatted(id, retry)));
    }
  }

  /** Sends one event; {@code json} holds no line break. */
  public void send(String event, byte[] json) {
    send(Buffer.buffer(json.length + 64), event, json);
  }

  /** The same for an event that a client can name when it comes back. */
  public void send(String id, String event, byte[] json) {
    send(Buffer.buffer(json.length + 96).appendString("id: " + id + "\n"), event, json);
  }

  private void send(Buffer head, String event, byte[] json) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.write(
        head.appendBytes(EVENT)
            .appendString(event)
            .appendByte((byte) '\n')
            .appendBytes(DATA)
            .appendBytes(json)
            .appendString("\n\n"));
  }

  /** Ends the stream; doing so twice does nothing. */
  public void end() {
    vertx.cancelTimer(heartbeat);
    if (!response.closed() && !response.ended()) {
      response.end();
    }
  }

  private void beat() {
    if (response.closed() || response.ended()) {
      vertx.cancelTimer(heartbeat);
      return;
    }
    response.write(Buffer.buffer(COMMENT));
  }
}
