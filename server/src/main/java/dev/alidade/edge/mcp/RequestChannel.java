package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.http.Negotiation;
import dev.alidade.edge.mcp.protocol.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers one POST that says all by itself: one JSON object, or a stream from the first notice. */
final class RequestChannel implements Channel {
  private final RoutingContext context;
  private final HttpServerRequest request;
  private Optional<EventStream> events = Optional.empty();
  private boolean finished;

  RequestChannel(RoutingContext context) {
    this.context = context;
    this.request = context.request();
  }

  @Override
  public synchronized void tell(ObjectNode notification) {
    if (finished) {
      return;
    }
    stream().filter(open -> !open.isBehind()).ifPresent(open -> send(open, notification));
  }

  @Override
  public JsonNode ask(ObjectNode question, Cancellation cancellation) {
    return SILENT.ask(question, cancellation);
  }

  @Override
  public void disconnect() {}

  /** Sends the response, as the last event if there is a stream. */
  synchronized void finish(int status, ObjectNode response) {
    finished = true;
    if (events.isEmpty() && Negotiation.accepts(request, Negotiation.JSON)) {
      Answers.json(request, status, response);
      return;
    }
    stream()
        .ifPresent(
            open -> {
              send(open, response);
              open.end();
            });
  }

  /** Opens the stream if there is none; empty if the client takes none. */
  synchronized Optional<EventStream> stream() {
    if (events.isEmpty()
        && Negotiation.accepts(request, Negotiation.EVENTS)
        && !request.response().closed()) {
      events = Optional.of(EventStream.open(context.vertx(), context.response()));
    }
    return events;
  }

  static void send(EventStream open, ObjectNode message) {
    open.send("message", Answers.bytes(message));
  }
}
