package dev.alidade.edge.mcp.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A call that outlasts its request: working, asking, or over. */
final class Task {
  static final Duration LASTS = Duration.ofHours(24);
  private static final int ASK_AGAIN_MILLISECONDS = 1_000;

  private final String id;
  private final String owner;
  private final Instant created;
  private final Cancellation cancellation;
  private final Map<String, ObjectNode> asked = new LinkedHashMap<>();
  private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
  private Optional<CompletableFuture<Void>> answered = Optional.empty();
  private Instant updated;
  private Optional<ObjectNode> ending = Optional.empty();
  private int rounds;

  Task(String id, String owner, Instant created, Cancellation cancellation) {
    this.id = id;
    this.owner = owner;
    this.created = created;
    this.updated = created;
    this.cancellation = cancellation;
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  /** Stops it, as far as its work can be stopped. */
  void cancel() {
    cancellation.cancel();
    synchronized (this) {
      answered.ifPresent(waiting -> waiting.cancel(false));
    }
  }

  boolean isCancelled() {
    return cancellation.isCancelled();
  }

  synchronized boolean isOver() {
    return ending.isPresent();
  }

  /**
   * It is over, unless it was before; {@code how} holds the status and what belongs to it, and
   * {@code first} is done before anybody sees it.
   */
  synchronized boolean end(ObjectNode how, Instant at, Runnable first) {
    if (ending.isPresent()) {
      return false;
    }
    first.run();
    asked.clear();
    ending = Optional.of(how);
    updated = at;
    return true;
  }

  /** Asks its client; what comes back completes when all is answered. */
  synchronized CompletableFuture<Void> ask(Map<String, ObjectNode> requests, Instant at) {
    rounds++;
    asked.clear();
    answers.clear();
    // A key never means two questions of one task.
    requests.forEach((key, request) -> asked.put(rounds + "." + key, request));
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    answered = Optional.of(waiting);
    updated = at;
    return waiting;
  }

  /** Takes answers; those that nobody asked for are ignored. True if something was taken. */
  synchronized boolean answer(ObjectNode given, Instant at) {
    boolean taken = false;
    for (String key : asked.keySet().toArray(String[]::new)) {
      if (given.path(key) instanceof ObjectNode answer) {
        answers.put(key.substring(key.indexOf('.') + 1), answer);
        asked.remove(key);
        taken = true;
      }
    }
    if (taken) {
      updated = at;
    }
    if (taken && asked.isEmpty()) {
      answered.ifPresent(waiting -> waiting.complete(null));
    }
    return taken;
  }

  /** All that was answered to the last questions. */
  synchronized ObjectNode answers() {
    ObjectNode all = JsonRpc.object();
    answers.forEach(all::set);
    return all;
  }

  /** The task without what came of it. */
  synchronized ObjectNode summary() {
    ObjectNode task = JsonRpc.object().put("taskId", id).put("status", status());
    return task.put("createdAt", created.toString())
        .put("lastUpdatedAt", updated.toString())
        .put("ttlMs", LASTS.toMillis())
        .put("pollIntervalMs", ASK_AGAIN_MILLISECONDS);
  }

  /** The task with what came of it, or what it asks. */
  synchronized ObjectNode details() {
    ObjectNode task = summary();
    ending.ifPresent(how -> task.setAll(how));
    if (!asked.isEmpty()) {
      ObjectNode requests = task.putObject("inputRequests");
      asked.forEach(requests::set);
    }
    return task;
  }

  private String status() {
    if (ending.isPresent()) {
      return ending.get().path("status").asText();
    }
    return asked.isEmpty() ? "working" : "input_required";
  }
}
