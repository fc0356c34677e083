package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.InputRequest;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.edge.mcp.task.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The protocol over what is offered, in every revision, whatever carries the messages. */
public final class McpServer implements AutoCloseable {
  private static final Set<String> CACHEABLE =
      Set.of(
          "server/discover",
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list",
          "resources/read");
  private static final Set<String> ASKING = Set.of("tools/call", "prompts/get", "resources/read");
  // Changes are announced to whoever listens, so that a list may be kept for a while.
  private static final int LIST_LASTS_MILLISECONDS = 60_000;
  private static final int MOST_ROUNDS = 20;

  private final Introduction introduction;
  private final Methods methods;
  private final StateSeal seal;
  private final Subscriptions subscriptions;
  private final Tasks tasks;
  private final Duration patience;

  /** A server that offers this. */
  public McpServer(Offer offer, McpSettings settings) {
    introduction = settings.introduction();
    patience = settings.patience();
    methods = new Methods(offer);
    seal = new StateSeal(settings.stateKey(), settings.clock());
    subscriptions = new Subscriptions(methods);
    tasks = new Tasks(settings.calls(), settings.clock(), this::resumed);
    tasks.watch(subscriptions::tell);
  }

  /** Something may have changed, at this door or another: whoever listens is told of it soon. */
  public void look() {
    subscriptions.look();
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  Methods methods() {
    return methods;
  }

  /** The response that begins a session. */
  ObjectNode initialize(Incoming.Request request, Revision revision) {
    return JsonRpc.result(request.id(), introduction.initialize(revision, methods.offer()));
  }

  /** Answers a request of a session; empty if the client took it back meanwhile. */
  Optional<ObjectNode> answer(McpSession session, Exchange exchange) {
    return answer(session, exchange, session.begin(exchange));
  }

  /** The same for a request that has begun. */
  Optional<ObjectNode> answer(McpSession session, Exchange exchange, McpSession.Running running) {
    JsonNode id = exchange.request().id();
    ObjectNode response;
    try {
      response = JsonRpc.result(id, inSession(session, exchange));
    } catch (Throwable thrown) {
      response = JsonRpc.failure(id, JsonRpc.errorOf(thrown, exchange.client().revision()));
    }
    return session.end(id, running) ? Optional.of(response) : Optional.empty();
  }

  private ObjectNode inSession(McpSession session, Exchange exchange) {
    Optional<ObjectNode> own = session.handle(exchange);
    if (own.isPresent()) {
      return own.get();
    }
    Exchange round = exchange;
    for (int count = 0; count < MOST_ROUNDS; count++) {
      switch (waitedFor(step(round), round)) {
        case Outcome.Complete(ObjectNode result) -> {
          return result;
        }
        case Outcome.InputRequired asked -> round = asked(asked, round);
        case Outcome.Lasting lasting -> throw new IllegalStateException("not waited for");
      }
    }
    throw ProtocolException.of(
        JsonRpc.INVALID_REQUEST, "The request was not complete after many questions");
  }

  private static Exchange asked(Outcome.InputRequired asked, Exchange exchange) {
    ObjectNode answers = JsonRpc.object();
    for (Map.Entry<String, ObjectNode> request : asked.requests().entrySet()) {
      answers.set(request.getKey(), answer(request.getValue(), exchange));
    }
    return exchange.answered(answers, asked.state());
  }

  /** A person who cannot be reached has said nothing; the call is not lost by that. */
  private static JsonNode answer(ObjectNode request, Exchange exchange) {
    try {
      return exchange.channel().ask(request, exchange.cancellation());
    } catch (ProtocolException unanswered) {
      if (!InputRequest.isElicitation(request) || unanswered.code() != JsonRpc.INVALID_REQUEST) {
        throw unanswered;
      }
      return JsonRpc.object().put("action", "cancel");
    }
  }

  /** Answers a request that says all by itself. */
  ObjectNode answer(Exchange exchange) {
    JsonNode id = exchange.request().id();
    try {
      ObjectNode result = stateless(exchange);
      ObjectNode meta = JsonRpc.object();
      result.path("_meta").properties().forEach(each -> meta.set(each.getKey(), each.getValue()));
      meta.set(Introduction.SERVER_INFO, introduction.serverInfo());
      result.set("_meta", meta);
      return JsonRpc.result(id, result);
    } catch (Throwable thrown) {
      return JsonRpc.failure(id, JsonRpc.errorOf(thrown, exchange.client().revision()));
    }
  }

  private ObjectNode stateless(Exchange exchange) {
    String method = exchange.request().method();
    if (method.equals("server/discover")) {
      return complete(method, introduction.discover(methods.offer()));
    }
    Optional<ObjectNode> ofTask = tasks.handle(exchange);
    if (ofTask.isPresent()) {
      return complete(method, ofTask.get());
    }
    Exchange opened = opened(exchange);
    if (method.equals("tools/call") && exchange.client().can(Capability.TASKS)) {
      return new PatientCall(tasks, patience, this::step)
          .of(opened, outcome -> written(outcome, opened));
    }
    return written(waitedFor(step(opened), opened), exchange);
  }

  private ObjectNode written(Outcome outcome, Exchange exchange) {
    return switch (outcome) {
      case Outcome.Complete(ObjectNode result) ->
          complete(exchange.request().method(), JsonRpc.object().setAll(result));
      case Outcome.InputRequired asked -> inputRequired(asked, exchange);
      case Outcome.Lasting lasting -> throw new IllegalStateException("not waited for");
    };
  }

  /** The work of a call that may be made again after a restart. */
  private Optional<Function<Exchange, Outcome>> resumed(Exchange exchange) {
    return methods.isRepeatable(exchange) ? Optional.of(this::step) : Optional.empty();
  }

  private static ObjectNode complete(String method, ObjectNode result) {
    result.put("resultType", "complete");
    if (CACHEABLE.contains(method)) {
      int lasts = method.equals("resources/read") ? 0 : LIST_LASTS_MILLISECONDS;
      result.put("ttlMs", result.path("ttlMs").asInt(lasts));
      result.put("cacheScope", result.path("cacheScope").asText("private"));
    }
    return result;
  }

  private ObjectNode inputRequired(Outcome.InputRequired asked, Exchange exchange) {
    ObjectNode result = JsonRpc.object().put("resultType", "input_required");
    ObjectNode requests = result.putObject("inputRequests");
    asked.requests().forEach(requests::set);
    asked.state().ifPresent(state -> result.put("requestState", seal.seal(state, exchange)));
    return result;
  }

  /** The same request with what the client answered to the round before. */
  private Exchange opened(Exchange exchange) {
    ObjectNode params = exchange.params();
    JsonNode answers = params.path("inputResponses");
    JsonNode state = params.path("requestState");
    if (!ASKING.contains(exchange.request().method())
        || (answers.isMissingNode() && state.isMissingNode())) {
      return exchange;
    }
    if (!answers.isMissingNode() && !answers.isObject()) {
      throw ProtocolException.invalidParams("The `inputResponses` are an object of responses");
    }
    for (JsonNode answer : answers) {
      if (!answer.isObject()) {
        throw ProtocolException.invalidParams("Every response in `inputResponses` is an object");
      }
    }
    if (!state.isMissingNode() && !state.isTextual()) {
      throw ProtocolException.invalidParams("The `requestState` is the string that was sent");
    }
    return exchange.answered(
        answers instanceof ObjectNode given ? given : JsonRpc.object(),
        state.isMissingNode()
            ? Optional.empty()
            : Optional.of(seal.open(state.textValue(), exchange)));
  }

  private Outcome step(Exchange exchange) {
    Outcome outcome = methods.handle(exchange).orElseThrow(() -> unknown(exchange));
    if (outcome instanceof Outcome.InputRequired asked) {
      asked.requests().values().forEach(request -> checkCan(exchange.client(), request));
    }
    if (exchange.request().method().equals("tools/call") && !methods.isRepeatable(exchange)) {
      subscriptions.look();
    }
    return outcome;
  }

  /** For clients that know no tasks: what came of it in the end. */
  private static Outcome waitedFor(Outcome outcome, Exchange exchange) {
    Outcome last = outcome;
    while (last instanceof Outcome.Lasting lasting) {
      if (lasting.onlyAsTask()) {
        throw ProtocolException.missingCapability(Capability.TASKS);
      }
      last = lasting.work().apply(exchange);
    }
    return last;
  }

  private static void checkCan(Client client, ObjectNode request) {
    Capability needed = InputRequest.needed(request);
    if (!client.can(needed)) {
      throw ProtocolException.missingCapability(needed);
    }
  }

  static ProtocolException unknown(Exchange exchange) {
    return ProtocolException.of(
        JsonRpc.METHOD_NOT_FOUND,
        "This server has no method `%s`".formatted(exchange.request().method()));
  }

  /** Takes note of what a client tells; what is unknown is ignored, as the protocol wants. */
  void heed(McpSession session, Incoming.Notification notification) {
    if (notification.method().equals("notifications/cancelled")) {
      session.cancel(notification.params().path("requestId"));
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
