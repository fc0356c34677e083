package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.Crowd;
import dev.alidade.edge.http.EventStream;
import dev.alidade.edge.http.Guard;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.edge.http.Negotiation;
import dev.alidade.edge.http.ProtectedResource;
import dev.alidade.edge.http.RequestBody;
import dev.alidade.edge.http.Visitors;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The Streamable HTTP transport at {@code /mcp}, for sessions and for requests without one. */
public final class McpHttpDoor {
  static final String SESSION = "Mcp-Session-Id";
  private static final String LAST_EVENT = "Last-Event-ID";
  private static final String PATH = "/mcp";

  private final McpServer server;
  private final Guard guard;
  private final Visitors visitors;
  private final Crowd crowd;
  private final Sessions sessions = new Sessions();

  /** A door to this server. */
  public McpHttpDoor(McpServer server, HttpSettings settings) {
    this.server = server;
    guard = new Guard(settings.allowedHosts());
    visitors = new Visitors(settings.authenticator());
    crowd = settings.crowd();
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
      Answers.failure(context.request(), Failure.of(refused), JsonRpc::refusal);
    }
  }

  private void handle(RoutingContext context, Visit visit) {
    HttpServerRequest request = context.request();
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.POST)) {
      post(context, visit);
    } else if (method.equals(HttpMethod.GET)) {
      sessions.required(request, visit).ifPresent(session -> listen(context, visit, session));
    } else if (method.equals(HttpMethod.DELETE)) {
      sessions.required(request, visit).ifPresent(session -> end(request));
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
        context.vertx(), request, crowd.enter(visit), body -> receive(context, visit, body));
  }

  private void receive(RoutingContext context, Visit visit, byte[] body) {
    HttpServerRequest request = context.request();
    JsonNode message;
    try {
      message = RequestBody.json(body);
    } catch (AlidadeException malformed) {
      refuse(request, 400, JsonRpc.PARSE_ERROR, malformed.getMessage());
      return;
    }
    Optional<NeededScope> needed =
        NeededScope.of(message, server.methods().offer().tools(), visit.caller());
    if (needed.isPresent()) {
      ProtectedResource.refuse(
          request, needed.get().what(), needed.get().scope(), JsonRpc::refusal);
      return;
    }
    try {
      if (isStateless(request, message)) {
        new RequestPost(server, context, visit).receive(message);
        return;
      }
      new SessionPost(server, sessions, context, visit).receive(message);
    } catch (AlidadeException malformed) {
      refuse(request, 400, JsonRpc.INVALID_REQUEST, malformed.getMessage());
    } catch (ProtocolException broken) {
      Answers.json(request, 400, JsonRpc.failure(message.path("id"), broken.error()));
    } catch (Throwable unexpected) {
      refuse(request, 500, JsonRpc.INTERNAL_ERROR, Failure.of(unexpected).message());
    }
  }

  /** Whether a message is of the era without sessions, by what it or its header says. */
  private static boolean isStateless(HttpServerRequest request, JsonNode message) {
    if (Client.isStateless(message)) {
      return true;
    }
    Optional<String> version = Optional.ofNullable(request.getHeader(RequestHeaders.VERSION));
    Optional<Revision> revision = version.flatMap(Revision::of);
    if (version.isPresent() && revision.isEmpty()) {
      throw ProtocolException.unsupportedVersion(version.get());
    }
    return revision.filter(Revision::isStateless).isPresent();
  }

  private void listen(RoutingContext context, Visit visit, McpSession session) {
    HttpServerRequest request = context.request();
    if (!Negotiation.accepts(request, Negotiation.EVENTS)) {
      refuse(request, 406, JsonRpc.INVALID_REQUEST, "Send `Accept: text/event-stream`");
      return;
    }
    StreamLog standing = session.streams().standing();
    StreamLogs.Place place =
        Optional.ofNullable(request.getHeader(LAST_EVENT))
            .flatMap(session.streams()::find)
            .orElseGet(() -> new StreamLogs.Place(standing, standing.latest()));
    EventStream events = EventStream.open(context.vertx(), context.response());
    request.response().closeHandler(gone -> place.log().lost(events));
    place.log().attach(events, place.after());
    // Looking for the first time at what there is may wait for a database.
    Thread.startVirtualThread(
        () -> session.subscribe(visit, server.subscriptions(), standing::append));
  }

  private void end(HttpServerRequest request) {
    sessions.end(request.getHeader(SESSION));
    request.response().setStatusCode(204).end();
  }

  static void refuse(HttpServerRequest request, int status, int code, String message) {
    Answers.json(request, status, JsonRpc.error(code, message));
  }
}
