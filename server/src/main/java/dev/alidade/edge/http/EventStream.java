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

  /** Sends one event; {@code json} holds no line break. */
  public void send(String event, byte[] json) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.write(
        Buffer.buffer(json.length + 64)
            .appendBytes(EVENT)
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
