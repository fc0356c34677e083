package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Progress;
import dev.alidade.operation.Visit;
import java.util.function.Consumer;

/**
 * One request under way.
 *
 * @param notices takes what the client is told before the response
 */
record Exchange(
    Visit visit,
    McpSession session,
    Incoming.Request request,
    McpSession.Running running,
    Consumer<ObjectNode> notices) {

  /** Begins a request: from now on the client can take it back. */
  static Exchange begin(
      Visit visit,
      McpSession session,
      Incoming.Request request,
      Cancellation cancellation,
      Consumer<ObjectNode> notices) {
    McpSession.Running running = session.begin(request.id(), cancellation);
    return new Exchange(visit, session, request, running, notices);
  }

  /** Ends it; false if the client took it back and waits for no response. */
  boolean end() {
    return session.end(request.id(), running);
  }

  /** A call whose steps the client reads of if it asked for that. */
  Invocation invocation() {
    if (!wantsSteps(session, request)) {
      return Invocation.of(visit, running.cancellation(), ignored -> {});
    }
    return Invocation.of(visit, running.cancellation(), new Steps());
  }

  static boolean wantsSteps(McpSession session, Incoming.Request request) {
    return session.logsSteps() || request.params().path("_meta").hasNonNull("progressToken");
  }

  private final class Steps implements Consumer<Progress> {
    private int count;

    @Override
    public synchronized void accept(Progress step) {
      count++;
      JsonNode token = request.params().path("_meta").path("progressToken");
      if (token.isTextual() || token.isIntegralNumber()) {
        ObjectNode params = JsonRpc.object();
        params.set("progressToken", token);
        params.put("progress", count).put("message", step.step());
        notices.accept(JsonRpc.notification("notifications/progress", params));
      }
      if (session.logsSteps()) {
        ObjectNode params = JsonRpc.object().put("level", "info").put("logger", "alidade");
        params.putPOJO("data", step);
        notices.accept(JsonRpc.notification("notifications/message", params));
      }
    }
  }
}
