package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Cancellation;
import dev.alidade.operation.Visit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What client and server have agreed on, and what is under way between them. */
final class McpSession {
  private static final List<String> LOG_LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");
  private static final String STEPS_ARE = "info";

  private final Revision revision;
  private final String owner;
  private final Map<JsonNode, Running> running = new ConcurrentHashMap<>();
  private volatile String logLevel = "warning";
  private Runnable closeListener = () -> {};

  /** A session of whoever is at the other end. */
  McpSession(Revision revision) {
    this(revision, "");
  }

  /** A session of the caller of that name, who opened it. */
  McpSession(Revision revision, String owner) {
    this.revision = revision;
    this.owner = owner;
  }

  Revision revision() {
    return revision;
  }

  /** Whether it is of this caller; anybody else is told that there is no such session. */
  boolean isOf(Visit visit) {
    return owner.equals(visit.caller().name());
  }

  /** Notes that a request is under way, so that it can be taken back. */
  Running begin(JsonNode id, Cancellation cancellation) {
    Running request = new Running(cancellation);
    running.put(id, request);
    return request;
  }

  /** Whether the request still wants its response. */
  boolean end(JsonNode id, Running request) {
    running.remove(id, request);
    return !request.withdrawn;
  }

  /** The client takes a request back; one that is over is no error. */
  void cancel(JsonNode id) {
    Running request = running.get(id);
    if (request != null) {
      request.withdrawn = true;
      request.cancellation.cancel();
    }
  }

  static boolean isLogLevel(String level) {
    return LOG_LEVELS.contains(level);
  }

  void setLogLevel(String level) {
    logLevel = level;
  }

  /** Whether the client wants to read of every step. */
  boolean logsSteps() {
    return LOG_LEVELS.indexOf(logLevel) <= LOG_LEVELS.indexOf(STEPS_ARE);
  }

  /** Takes the stream on which the server may speak unasked; the one before it is closed. */
  void listen(Runnable close) {
    Runnable before;
    synchronized (this) {
      before = closeListener;
      closeListener = close;
    }
    before.run();
  }

  /** Stops all that is under way. */
  void close() {
    running.values().forEach(request -> request.cancellation.cancel());
    listen(() -> {});
  }

  /** A request under way. */
  static final class Running {
    private final Cancellation cancellation;
    private volatile boolean withdrawn;

    private Running(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    Cancellation cancellation() {
      return cancellation;
    }
  }
}
