package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Json;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What one POST of a session carries, or the one that begins it. */
final class SessionPost {
  private final McpServer server;
  private final Sessions sessions;
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Visit visit;
  private final Cancellation cancellation = new Cancellation();

  SessionPost(McpServer server, Sessions sessions, RoutingContext context, Visit visit) {
    this.server = server;
    this.sessions = sessions;
    this.context = context;
    this.request = context.request();
    this.visit = visit;
  }

  void receive(JsonNode message) {
    if (message.isArray()) {
      sessions.required(request, visit).ifPresent(session -> batch(session, message));
      return;
    }
    Incoming incoming = Incoming.of(message);
    if (incoming instanceof Incoming.Request initialize
        && initialize.method().equals("initialize")) {
      begin(initialize);
      return;
    }
    sessions.required(request, visit).ifPresent(session -> take(session, incoming));
  }

  private void begin(Incoming.Request initialize) {
    Client client = Client.ofInitialize(initialize.params());
    request.response().putHeader(McpHttpDoor.SESSION, sessions.begin(client, visit));
    Answers.json(request, 200, server.initialize(initialize, client.revision()));
  }

  private void take(McpSession session, Incoming incoming) {
    switch (incoming) {
      case Incoming.Request call -> {
        SessionChannel channel = new SessionChannel(context, session, cancellation);
        answer(session, call, channel).ifPresentOrElse(channel::finish, channel::withdraw);
      }
      case Incoming.Notification notification -> {
        server.heed(session, notification);
        accepted();
      }
      case Incoming.Response response -> {
        session.answered(response);
        accepted();
      }
    }
  }

  private Optional<ObjectNode> answer(McpSession session, Incoming.Request call, Channel channel) {
    return server.answer(
        session, new Exchange(visit, session.client(), call, cancellation, channel));
  }

  private void batch(McpSession session, JsonNode messages) {
    if (!session.client().revision().hasBatches() || messages.isEmpty()) {
      McpHttpDoor.refuse(
          request,
          400,
          JsonRpc.INVALID_REQUEST,
          "Send one message a request, not an array of messages");
      return;
    }
    request.response().closeHandler(gone -> Thread.startVirtualThread(cancellation::cancel));
    ArrayNode responses = Json.mapper().createArrayNode();
    for (JsonNode message : messages) {
      try {
        switch (Incoming.of(message)) {
          case Incoming.Request call ->
              answer(session, call, Channel.SILENT).ifPresent(responses::add);
          case Incoming.Notification notification -> server.heed(session, notification);
          case Incoming.Response response -> session.answered(response);
        }
      } catch (AlidadeException malformed) {
        responses.add(JsonRpc.error(JsonRpc.INVALID_REQUEST, malformed.getMessage()));
      }
    }
    if (responses.isEmpty()) {
      accepted();
      return;
    }
    Answers.json(request, 200, responses);
  }

  private void accepted() {
    if (!request.response().closed()) {
      request.response().setStatusCode(202).end();
    }
  }
}
