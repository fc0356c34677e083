package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Trace;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Progress;
import dev.alidade.operation.Visit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request under way.
 *
 * @param answers what the client answered to an {@link Outcome.InputRequired}, by its keys; empty
 *     at first
 * @param state what that outcome had kept; nobody changed it
 */
public record Exchange(
    Visit visit,
    Client client,
    Incoming.Request request,
    Cancellation cancellation,
    Channel channel,
    ObjectNode answers,
    Optional<ObjectNode> state) {
  public Exchange {
    Objects.requireNonNull(visit, "visit");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(answers, "answers");
    Objects.requireNonNull(state, "state");
    visit = traced(visit, request.params().path("_meta"));
  }

  /** The trace that the message names, rather than that of whoever carried it. */
  private static Visit traced(Visit visit, JsonNode meta) {
    JsonNode parent = meta.path("traceparent");
    JsonNode state = meta.path("tracestate");
    return parent.isTextual()
        ? Trace.read(
                parent.textValue(),
                state.isTextual() ? Optional.of(state.textValue()) : Optional.empty())
            .map(visit::partOf)
            .orElse(visit)
        : visit;
  }

  /** A request's first round. */
  public Exchange(
      Visit visit,
      Client client,
      Incoming.Request request,
      Cancellation cancellation,
      Channel channel) {
    this(visit, client, request, cancellation, channel, JsonRpc.object(), Optional.empty());
  }

  /** The next round of the same request. */
  public Exchange answered(ObjectNode given, Optional<ObjectNode> kept) {
    return new Exchange(visit, client, request, cancellation, channel, given, kept);
  }

  /** The same request, carried on by somebody else than its client's connection. */
  public Exchange carriedBy(Channel other, Cancellation otherCancellation) {
    return new Exchange(visit, client, request, otherCancellation, other, answers, state);
  }

  /** The parameters of the request. */
  public ObjectNode params() {
    return request.params();
  }

  /** A call whose steps the client reads of if it asked for that. */
  public Invocation invocation() {
    boolean watched = progressToken().isPresent() || client.logs("info");
    return Invocation.of(visit, cancellation, watched ? new Steps() : ignored -> {});
  }

  /** Tells how far the work is, if the client asked for that. */
  public void progress(double done, Optional<Double> total, Optional<String> message) {
    progressToken()
        .ifPresent(
            token -> {
              ObjectNode params = JsonRpc.object();
              params.set("progressToken", token);
              putNumber(params, "progress", done);
              total.ifPresent(all -> putNumber(params, "total", all));
              message.ifPresent(words -> params.put("message", words));
              channel.tell(JsonRpc.notification("notifications/progress", params));
            });
  }

  /** Tells a log message, if the client wants those of this level. */
  public void log(String level, Object data) {
    if (client.logs(level)) {
      ObjectNode params = JsonRpc.object().put("level", level).put("logger", "alidade");
      params.putPOJO("data", data);
      channel.tell(JsonRpc.notification("notifications/message", params));
    }
  }

  private Optional<JsonNode> progressToken() {
    JsonNode token = request.params().path("_meta").path("progressToken");
    return token.isTextual() || token.isIntegralNumber() ? Optional.of(token) : Optional.empty();
  }

  private static void putNumber(ObjectNode params, String name, double value) {
    if (value == Math.rint(value)) {
      params.put(name, (long) value);
      return;
    }
    params.put(name, value);
  }

  private final class Steps implements Consumer<Progress> {
    private int count;

    @Override
    public synchronized void accept(Progress step) {
      count++;
      progress(count, Optional.empty(), Optional.of(step.step()));
      log("info", step);
    }
  }
}
