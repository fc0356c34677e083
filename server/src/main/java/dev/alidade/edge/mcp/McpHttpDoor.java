package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.http.Guard;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.http.Negotiation;
import dev.alidade.edge.http.RequestBody;
import dev.alidade.edge.http.Visitors;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The Streamable HTTP transport at {@code /mcp}. */
public final class McpHttpDoor {
  static final String SESSION = "Mcp-Session-Id";
  private static final String PATH = "/mcp";
  private static final String REVISION = "MCP-Protocol-Version";

  private final McpServer server;
  private final Guard guard;
  private final Visitors visitors;
  private final Sessions sessions = new Sessions();

  /** A door to this server. */
  public McpHttpDoor(McpServer server, HttpSettings settings) {
    this.server = server;
    guard = new Guard(settings.allowedHosts());
    visitors = new Visitors(settings.authenticator());
  }

  /** Adds the route; other doors may be mounted on the same router before or after. */
  public void mount(Router router) {
    router.route(PATH).handler(guard);
    router.route(PATH).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    try {
      handle(context, visitors.visit(context.request(), "mcp"));
    } catch (RuntimeException refused) {
      Answers.failure(
          context.request(),
          Failure.of(refused),
          failure -> JsonRpc.error(NullNode.getInstance(), failure));
    }
  }

  private void handle(RoutingContext context, Visit visit) {
    HttpServerRequest request = context.request();
    Optional<String> proposed = Optional.ofNullable(request.getHeader(REVISION));
    if (proposed.isPresent() && Revision.of(proposed.get()).isEmpty()) {
      refuse(request, 400, JsonRpc.INVALID_REQUEST, "Unsupported " + REVISION);
      return;
    }
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.POST)) {
      post(context, visit);
    } else if (method.equals(HttpMethod.GET)) {
      session(request, visit).ifPresent(session -> listen(context, session));
    } else if (method.equals(HttpMethod.DELETE)) {
      session(request, visit).ifPresent(session -> end(request));
    } else {
      request.response().putHeader("Allow", "GET, POST, DELETE");
      refuse(request, 405, JsonRpc.INVALID_REQUEST, "Use POST, GET or DELETE");
    }
  }

  private void post(RoutingContext context, Visit visit) {
    HttpServerRequest request = context.request();
    if (!Negotiation.isJson(request)) {
      refuse(
          request,
          415,
          JsonRpc.INVALID_REQUEST,
          "A message is JSON in UTF-8; send `Content-Type: application/json`");
      return;
    }
    if (!Negotiation.accepts(request, Negotiation.JSON)
        && !Negotiation.accepts(request, Negotiation.EVENTS)) {
      refuse(
          request,
          406,
          JsonRpc.INVALID_REQUEST,
          "Send `Accept: application/json, text/event-stream`");
      return;
    }
    RequestBody.read(
        context.vertx(),
        request,
        body -> new McpPost(server, sessions, context, visit, this::session).receive(body));
  }

  /** The caller's session that a request names; without one the request is refused. */
  private Optional<McpSession> session(HttpServerRequest request, Visit visit) {
    String id = request.getHeader(SESSION);
    if (id == null) {
      refuse(
          request,
          400,
          JsonRpc.INVALID_REQUEST,
          "Send `initialize` first and its `%s` with every message after".formatted(SESSION));
      return Optional.empty();
    }
    Optional<McpSession> session = sessions.find(id, visit);
    if (session.isEmpty()) {
      refuse(
          request, 404, JsonRpc.SESSION_NOT_FOUND, "The session is over; send `initialize` again");
    }
    return session;
  }

  private static void listen(RoutingContext context, McpSession session) {
    HttpServerRequest request = context.request();
    if (!Negotiation.accepts(request, Negotiation.EVENTS)) {
      refuse(request, 406, JsonRpc.INVALID_REQUEST, "Send `Accept: text/event-stream`");
      return;
    }
    EventStream events = EventStream.open(context.vertx(), context.response());
    session.listen(events::end);
  }

  private void end(HttpServerRequest request) {
    sessions.end(request.getHeader(SESSION));
    request.response().setStatusCode(204).end();
  }

  static void refuse(HttpServerRequest request, int status, int code, String message) {
    Answers.json(request, status, JsonRpc.error(code, message));
  }
}
