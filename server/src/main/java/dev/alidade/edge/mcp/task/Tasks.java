package dev.alidade.edge.mcp.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.base.Cancellation;
import dev.alidade.base.RandomId;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.operation.Json;
import dev.alidade.operation.LastingCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** The tasks of all callers; each sees its own, also after a restart. */
public final class Tasks {
  private final LastingCalls kept;
  private final Clock clock;
  private final Resumption resumption;
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
  private final Cache<String, Task> tasks =
      Caches.builder().expireAfterWrite(Task.LASTS).maximumSize(100_000).build();

  /** Begins again what a restart interrupted. */
  @FunctionalInterface
  public interface Resumption {
    /** The work of a call that may be made twice; empty if it may not. */
    Optional<Function<Exchange, Outcome>> of(Exchange exchange);
  }

  /** A task of that caller looks otherwise than before. */
  public record Change(String taskId, String owner, ObjectNode details) {}

  /** Tasks that are kept there. */
  public Tasks(LastingCalls kept, Clock clock, Resumption resumption) {
    this.kept = kept;
    this.clock = clock;
    this.resumption = resumption;
  }

  /** From now on told of every change. */
  public void watch(Consumer<Change> watcher) {
    watchers.add(watcher);
  }

  /** Begins a task and gives the result that says so. */
  public ObjectNode create(Exchange exchange, Function<Exchange, Outcome> work) {
    return create(exchange, new Cancellation(), work);
  }

  /** The same for work that has begun and that {@code cancellation} stops. */
  public ObjectNode create(
      Exchange exchange, Cancellation cancellation, Function<Exchange, Outcome> work) {
    Instant now = clock.instant();
    String owner = exchange.visit().caller().name();
    Task task = new Task(RandomId.next("task"), owner, now, cancellation);
    ObjectNode request = JsonRpc.object().put("method", exchange.request().method());
    // What will not be called again needs not be known again, and may be secret.
    request.set(
        "params", resumption.of(exchange).isPresent() ? exchange.params() : JsonRpc.object());
    kept.begin(
        new LastingCalls.Kept(
            task.id(),
            owner,
            request.toString(),
            now,
            now.plus(Task.LASTS),
            Optional.empty(),
            Optional.empty()),
        now);
    tasks.put(task.id(), task);
    ObjectNode created = task.summary().put("resultType", "task");
    begin(task, exchange, cancellation, work);
    return created;
  }

  private void begin(
      Task task, Exchange exchange, Cancellation cancellation, Function<Exchange, Outcome> work) {
    Exchange own = exchange.carriedBy(Channel.SILENT, cancellation);
    Thread.startVirtualThread(() -> run(task, own, work));
  }

  private void run(Task task, Exchange exchange, Function<Exchange, Outcome> work) {
    ObjectNode ending;
    try {
      ending = JsonRpc.object().put("status", "completed");
      ending.set("result", result(task, exchange, work));
    } catch (CancellationException cancelled) {
      ending = JsonRpc.object().put("status", "cancelled");
    } catch (Throwable thrown) {
      ending = failed(JsonRpc.errorOf(thrown, exchange.client().revision()));
    }
    if (task.isCancelled()) {
      ending = JsonRpc.object().put("status", "cancelled");
    }
    end(task, ending);
  }

  private ObjectNode result(Task task, Exchange exchange, Function<Exchange, Outcome> work) {
    Exchange round = exchange;
    Function<Exchange, Outcome> step = work;
    while (true) {
      switch (step.apply(round)) {
        case Outcome.Complete(ObjectNode result) -> {
          return result;
        }
        case Outcome.Lasting lasting -> step = lasting.work();
        case Outcome.InputRequired asked -> {
          waitFor(task, asked);
          round = round.answered(task.answers(), asked.state());
        }
      }
    }
  }

  private void waitFor(Task task, Outcome.InputRequired asked) {
    var answered = task.ask(asked.requests(), clock.instant());
    changed(task);
    if (task.isCancelled()) {
      throw new CancellationException();
    }
    try {
      answered.join();
    } catch (CompletionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode failed(ObjectNode error) {
    ObjectNode ending = JsonRpc.object().put("status", "failed");
    ending.put("statusMessage", error.path("message").asText());
    ending.set("error", error);
    return ending;
  }

  private void end(Task task, ObjectNode ending) {
    Instant now = clock.instant();
    // What a client saw must be there after a restart: it is kept before anybody can see it.
    if (task.end(ending, now, () -> kept.end(task.id(), write(ending), now))) {
      changed(task);
    }
  }

  private void changed(Task task) {
    Change change = new Change(task.id(), task.owner(), task.details());
    watchers.forEach(watcher -> watcher.accept(change));
  }

  /** The result of {@code tasks/get}, {@code tasks/update} or {@code tasks/cancel}. */
  public Optional<ObjectNode> handle(Exchange exchange) {
    return switch (exchange.request().method()) {
      case "tasks/get" -> Optional.of(find(exchange).details());
      case "tasks/update" -> Optional.of(update(exchange));
      case "tasks/cancel" -> Optional.of(cancel(exchange));
      default -> Optional.empty();
    };
  }

  private ObjectNode update(Exchange exchange) {
    Task task = find(exchange);
    if (!(exchange.params().path("inputResponses") instanceof ObjectNode given)) {
      throw ProtocolException.invalidParams("`tasks/update` needs `inputResponses` as an object");
    }
    if (task.answer(given, clock.instant())) {
      changed(task);
    }
    return JsonRpc.object();
  }

  private ObjectNode cancel(Exchange exchange) {
    Task task = find(exchange);
    if (!task.isOver()) {
      Thread.startVirtualThread(task::cancel);
      end(task, JsonRpc.object().put("status", "cancelled"));
    }
    return JsonRpc.object();
  }

  private Task find(Exchange exchange) {
    if (!exchange.client().can(Capability.TASKS)) {
      throw ProtocolException.missingCapability(Capability.TASKS);
    }
    String id = exchange.params().path("taskId").asText();
    String caller = exchange.visit().caller().name();
    Task task = tasks.getIfPresent(id);
    if (task == null) {
      task = revive(id, exchange).orElseThrow(() -> unknown(id));
    }
    if (!task.owner().equals(caller)) {
      throw unknown(id);
    }
    return task;
  }

  /** A task of before the last start: over, or begun again as whoever asks for it now. */
  private synchronized Optional<Task> revive(String id, Exchange exchange) {
    Optional<LastingCalls.Kept> found =
        kept.find(id)
            .filter(call -> call.caller().equals(exchange.visit().caller().name()))
            .filter(call -> call.until().isAfter(clock.instant()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Task running = tasks.getIfPresent(id);
    if (running != null) {
      return Optional.of(running);
    }
    LastingCalls.Kept call = found.get();
    Cancellation cancellation = new Cancellation();
    Task task = new Task(id, call.caller(), call.begun(), cancellation);
    tasks.put(id, task);
    if (call.outcome().isPresent()) {
      task.end(read(call.outcome().get()), call.ended().orElse(call.begun()), () -> {});
      return Optional.of(task);
    }
    Exchange again = again(read(call.request()), exchange);
    resumption
        .of(again)
        .ifPresentOrElse(
            work -> begin(task, again, cancellation, work), () -> end(task, failed(interrupted())));
    return Optional.of(task);
  }

  private static Exchange again(ObjectNode request, Exchange exchange) {
    return new Exchange(
        exchange.visit(),
        exchange.client(),
        new Incoming.Request(
            exchange.request().id(),
            request.path("method").asText(),
            (ObjectNode) request.path("params")),
        Cancellation.never(),
        Channel.SILENT);
  }

  private static ObjectNode interrupted() {
    return JsonRpc.object()
        .put("code", JsonRpc.INTERNAL_ERROR)
        .put(
            "message",
            "The server was started anew while this ran; look whether it took effect before you"
                + " call it again");
  }

  private static ProtocolException unknown(String id) {
    return ProtocolException.invalidParams(
        "No task `%s` of yours; it may have expired"
            .formatted(id.substring(0, Math.min(id.length(), 100))));
  }

  private static String write(ObjectNode node) {
    try {
      return Json.mapper().writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
