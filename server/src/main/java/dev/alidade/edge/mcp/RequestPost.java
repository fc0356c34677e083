package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What one POST carries that says all by itself. */
final class RequestPost {
  static final String LISTEN = "subscriptions/listen";

  private final McpServer server;
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Visit visit;

  RequestPost(McpServer server, RoutingContext context, Visit visit) {
    this.server = server;
    this.context = context;
    this.request = context.request();
    this.visit = visit;
  }

  void receive(JsonNode message) {
    switch (Incoming.of(message)) {
      case Incoming.Request call -> answer(call);
      // This revision has no notification that does anything here.
      case Incoming.Notification ignored -> request.response().setStatusCode(202).end();
      case Incoming.Response ignored ->
          McpHttpDoor.refuse(request, 400, JsonRpc.INVALID_REQUEST, "Send requests, not responses");
    }
  }

  private void answer(Incoming.Request call) {
    RequestChannel channel = new RequestChannel(context);
    Cancellation cancellation = new Cancellation();
    // Who closes the connection takes the request back; cancelling may wait for an engine.
    request.response().closeHandler(gone -> Thread.startVirtualThread(cancellation::cancel));
    ObjectNode response;
    try {
      Exchange exchange = exchange(call, cancellation, channel);
      if (call.method().equals(LISTEN)) {
        listen(exchange, channel);
        return;
      }
      response = server.answer(exchange);
    } catch (ProtocolException broken) {
      response = JsonRpc.failure(call.id(), broken.error());
    }
    channel.finish(status(response), response);
  }

  private Exchange exchange(
      Incoming.Request call, Cancellation cancellation, RequestChannel channel) {
    RequestHeaders headers = new RequestHeaders(request.headers());
    headers.checkVersion(call);
    Client client = Client.ofRequest(call.params());
    headers.checkRouting(call);
    server.methods().mirrored(call).ifPresent(schema -> headers.checkParameters(schema, call));
    return new Exchange(visit, client, call, cancellation, channel);
  }

  /** A stream that stays open costs no thread. */
  private void listen(Exchange exchange, RequestChannel channel) {
    EventStream events =
        channel.stream()
            .orElseThrow(
                () ->
                    ProtocolException.of(
                        JsonRpc.INVALID_REQUEST,
                        "`subscriptions/listen` needs `Accept: text/event-stream`"));
    Subscription subscription =
        Subscription.asked(
            exchange, notification -> tell(events, notification), () -> end(exchange, channel));
    server.subscriptions().add(subscription);
    exchange.cancellation().onCancel(() -> server.subscriptions().remove(subscription));
    subscription.acknowledge();
  }

  /** Who does not read what it asked for is let go: nothing may heap up here. */
  private static void tell(EventStream events, ObjectNode notification) {
    if (events.isBehind()) {
      events.end();
      return;
    }
    RequestChannel.send(events, notification);
  }

  private static void end(Exchange exchange, RequestChannel channel) {
    channel.finish(200, Subscription.over(exchange));
  }

  private static int status(ObjectNode response) {
    JsonNode error = response.path("error");
    return switch (error.path("code").asInt()) {
      case JsonRpc.METHOD_NOT_FOUND -> 404;
      case JsonRpc.INVALID_REQUEST,
          JsonRpc.HEADER_MISMATCH,
          JsonRpc.MISSING_CAPABILITY,
          JsonRpc.UNSUPPORTED_VERSION ->
          400;
      // A request that its method understood and refused is no bad request.
      case JsonRpc.INVALID_PARAMS -> error.path("data").has("code") ? 200 : 400;
      default -> 200;
    };
  }
}
