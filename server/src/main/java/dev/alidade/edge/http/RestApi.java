package dev.alidade.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Scope;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.SessionOutput;
import dev.alidade.operation.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/v1/<operation>}: a JSON object in, JSON, events or a stream out. */
final class RestApi {
  static final String PREFIX = "/api/v1/";
  static final String DOOR = "rest";
  private static final int LARGEST_FOR_STRANGERS = 64 * 1024;

  private final OperationRegistry registry;
  private final Visitors visitors;
  private final Crowd crowd;
  private final Duration longestUnread;

  RestApi(OperationRegistry registry, Visitors visitors, Crowd crowd, Duration longestUnread) {
    this.registry = registry;
    this.visitors = visitors;
    this.crowd = crowd;
    this.longestUnread = longestUnread;
  }

  void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    try {
      String name = nameIn(request.path());
      Visit visit =
          registry.isForStrangers(name)
              ? visitors.anybody(request, DOOR)
              : visitors.visit(request, DOOR);
      Operation<?, ?> operation = registry.find(name);
      Optional<Scope> missing = registry.missingScope(name, visit.caller());
      if (missing.isPresent()) {
        ProtectedResource.refuse(request, name, missing.get(), failure -> Map.of("error", failure));
        return;
      }
      if (!isWellFormed(request, operation)) {
        return;
      }
      List<String> offered = offered(operation);
      Optional<String> wanted = Negotiation.choose(request, offered);
      if (wanted.isEmpty()) {
        Answers.refuse(
            request,
            406,
            ErrorCode.NOT_SUPPORTED,
            "`%s` can be had as %s; ask for one of these in `Accept`"
                .formatted(operation.name(), String.join(", ", offered)));
        return;
      }
      RequestBody.read(
          context.vertx(),
          request,
          operation.forStrangers() ? LARGEST_FOR_STRANGERS : Json.LARGEST_BODY,
          crowd.enter(visit),
          body -> serve(context, visit, operation, wanted.get(), body));
    } catch (RuntimeException failure) {
      Answers.failure(request, failure);
    }
  }

  private static String nameIn(String path) {
    return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
  }

  static List<String> offered(Operation<?, ?> operation) {
    if (SessionOutput.class.isAssignableFrom(operation.output())) {
      // A session's cookie is told in the head of the answer, which events send before the result.
      return List.of(Negotiation.JSON);
    }
    List<String> offered = new ArrayList<>(List.of(Negotiation.JSON, Negotiation.EVENTS));
    offered.addAll(operation.streams().keySet());
    return offered;
  }

  private static boolean isWellFormed(HttpServerRequest request, Operation<?, ?> operation) {
    if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader("Allow", "POST");
      Answers.refuse(
          request,
          405,
          ErrorCode.NOT_SUPPORTED,
          "`%s` is called with POST and a JSON body, not %s"
              .formatted(operation.name(), request.method()));
      return false;
    }
    if (!Negotiation.isJson(request)) {
      Answers.refuse(
          request,
          415,
          ErrorCode.MALFORMED_REQUEST,
          "`%s` takes JSON in UTF-8; send `Content-Type: application/json`"
              .formatted(operation.name()));
      return false;
    }
    return true;
  }

  private void serve(
      RoutingContext context, Visit visit, Operation<?, ?> operation, String wanted, byte[] body) {
    HttpServerRequest request = context.request();
    Cancellation cancellation = new Cancellation();
    // Cancelling may wait for an engine, which the event loop must not.
    request.response().closeHandler(gone -> Thread.startVirtualThread(cancellation::cancel));
    try {
      switch (wanted) {
        case Negotiation.JSON -> whole(request, visit, operation, body, cancellation);
        case Negotiation.EVENTS -> events(context, visit, operation, body, cancellation);
        default -> stream(request, visit, operation, wanted, body, cancellation);
      }
    } catch (Throwable failure) {
      Answers.failure(request, failure);
    }
  }

  private void whole(
      HttpServerRequest request,
      Visit visit,
      Operation<?, ?> operation,
      byte[] body,
      Cancellation cancellation) {
    Invocation invocation = Invocation.of(visit, cancellation, ignored -> {});
    Record output = registry.call(operation.name(), RequestBody.json(body), invocation);
    Answers.json(request, 200, SessionCookie.keep(request, output));
  }

  private void events(
      RoutingContext context,
      Visit visit,
      Operation<?, ?> operation,
      byte[] body,
      Cancellation cancellation) {
    JsonNode input = RequestBody.json(body);
    EventStream events = EventStream.open(context.vertx(), context.response());
    try {
      Invocation invocation =
          Invocation.of(visit, cancellation, step -> events.send("progress", Answers.bytes(step)));
      Record output = registry.call(operation.name(), input, invocation);
      events.send("result", Answers.bytes(output));
    } catch (Throwable failure) {
      events.send("error", Answers.bytes(Map.of("error", Failure.of(failure))));
    } finally {
      events.end();
    }
  }

  private void stream(
      HttpServerRequest request,
      Visit visit,
      Operation<?, ?> operation,
      String mediaType,
      byte[] body,
      Cancellation cancellation)
      throws IOException {
    ResponseStream out = new ResponseStream(request, mediaType, longestUnread);
    try {
      registry.stream(
          operation.name(),
          mediaType,
          RequestBody.json(body),
          Invocation.of(visit, cancellation, ignored -> {}),
          out);
      out.finish();
    } catch (Throwable failure) {
      if (!out.abort(failure)) {
        Answers.failure(request, failure);
      }
    }
  }
}
