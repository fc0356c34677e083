package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.http.Negotiation;
import dev.alidade.edge.http.RequestBody;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What one POST carries, and its answer: one JSON object, a stream of events, or nothing. */
final class McpPost {
  private final McpServer server;
  private final Sessions sessions;
  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Visit visit;
  private final BiFunction<HttpServerRequest, Visit, Optional<McpSession>> findSession;
  private final Cancellation cancellation = new Cancellation();

  McpPost(
      McpServer server,
      Sessions sessions,
      RoutingContext context,
      Visit visit,
      BiFunction<HttpServerRequest, Visit, Optional<McpSession>> findSession) {
    this.server = server;
    this.sessions = sessions;
    this.context = context;
    this.request = context.request();
    this.visit = visit;
    this.findSession = findSession;
  }

  void receive(byte[] body) {
    try {
      JsonNode message = RequestBody.json(body);
      if (message.isArray()) {
        findSession.apply(request, visit).ifPresent(session -> batch(session, message));
        return;
      }
      single(message);
    } catch (AlidadeException malformed) {
      McpHttpDoor.refuse(request, 400, JsonRpc.PARSE_ERROR, malformed.getMessage());
    } catch (Throwable unexpected) {
      McpHttpDoor.refuse(request, 500, JsonRpc.INTERNAL_ERROR, Failure.of(unexpected).message());
    }
  }

  private void single(JsonNode message) {
    Incoming incoming;
    try {
      incoming = Incoming.of(message);
    } catch (AlidadeException malformed) {
      McpHttpDoor.refuse(request, 400, JsonRpc.INVALID_REQUEST, malformed.getMessage());
      return;
    }
    if (incoming instanceof Incoming.Request initialize
        && initialize.method().equals("initialize")) {
      Revision revision = server.negotiate(initialize);
      request.response().putHeader(McpHttpDoor.SESSION, sessions.begin(revision, visit));
      Answers.json(request, 200, server.initialize(initialize, revision));
      return;
    }
    findSession.apply(request, visit).ifPresent(session -> take(session, incoming));
  }

  private void take(McpSession session, Incoming incoming) {
    switch (incoming) {
      case Incoming.Request call -> answer(session, call);
      case Incoming.Notification notification -> {
        server.heed(session, notification);
        accepted();
      }
      case Incoming.Response ignored -> accepted();
    }
  }

  private void answer(McpSession session, Incoming.Request call) {
    // Nothing can be delivered any more, so nothing is computed; cancelling may wait for an engine.
    request.response().closeHandler(gone -> Thread.startVirtualThread(cancellation::cancel));
    boolean streams =
        Negotiation.accepts(request, Negotiation.EVENTS)
            && (Exchange.wantsSteps(session, call)
                || !Negotiation.accepts(request, Negotiation.JSON));
    if (streams) {
      EventStream events = EventStream.open(context.vertx(), context.response());
      try {
        run(session, call, notice -> events.send("message", Answers.bytes(notice)))
            .ifPresent(response -> events.send("message", Answers.bytes(response)));
      } finally {
        events.end();
      }
      return;
    }
    run(session, call, ignored -> {})
        .ifPresentOrElse(response -> Answers.json(request, 200, response), this::accepted);
  }

  private Optional<ObjectNode> run(
      McpSession session, Incoming.Request call, Consumer<ObjectNode> notices) {
    return server.answer(Exchange.begin(visit, session, call, cancellation, notices));
  }

  private void batch(McpSession session, JsonNode messages) {
    if (!session.revision().hasBatches() || messages.isEmpty()) {
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
          case Incoming.Request call -> run(session, call, ignored -> {}).ifPresent(responses::add);
          case Incoming.Notification notification -> server.heed(session, notification);
          case Incoming.Response ignored -> {}
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
