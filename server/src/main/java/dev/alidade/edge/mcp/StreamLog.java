package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.http.Answers;
import dev.alidade.edge.http.EventStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The events of one stream of a session, kept for a while: a client that lost its connection gets
 * those that it missed (MCP 2025-11-25, resumability).
 */
final class StreamLog {
  private static final int MOST_EVENTS = 1_000;
  private static final long MOST_BYTES = 8L << 20;
  private static final int COME_BACK_MILLISECONDS = 500;

  private final String name;
  private final boolean polled;
  private final Deque<Event> events = new ArrayDeque<>();
  private long bytes;
  private long last;
  private boolean ended;
  private Optional<EventStream> reader = Optional.empty();

  private static final class Event {
    private final long number;
    private final byte[] json;

    private Event(long number, byte[] json) {
      this.number = number;
      this.json = json;
    }
  }

  /** {@code polled}: whether its client understands an event without data. */
  StreamLog(String name, boolean polled) {
    this.name = name;
    this.polled = polled;
  }

  String name() {
    return name;
  }

  synchronized void append(ObjectNode message) {
    byte[] json = Answers.bytes(message);
    Event event = new Event(++last, json);
    events.add(event);
    bytes += json.length;
    while (events.size() > MOST_EVENTS || (bytes > MOST_BYTES && events.size() > 1)) {
      bytes -= events.removeFirst().json.length;
    }
    reader.ifPresent(stream -> send(stream, event));
  }

  /** Sends what comes after an event, and from now on what comes; who read before is sent away. */
  synchronized void attach(EventStream stream, long after) {
    reader.ifPresent(EventStream::end);
    reader = Optional.of(stream);
    if (polled && after == 0) {
      stream.mark(id(0), COME_BACK_MILLISECONDS);
    }
    for (Event event : events) {
      if (event.number > after) {
        send(stream, event);
      }
    }
    if (ended) {
      disconnect();
    }
  }

  /** Closes the connection; the log goes on. */
  synchronized void disconnect() {
    reader.ifPresent(EventStream::end);
    reader = Optional.empty();
  }

  /** The reader is gone; whether nobody reads now what is still to come. */
  synchronized boolean lost(EventStream stream) {
    if (reader.filter(stream::equals).isPresent()) {
      reader = Optional.empty();
    }
    return reader.isEmpty() && !ended;
  }

  /** The number of the last event. */
  synchronized long latest() {
    return last;
  }

  synchronized boolean isRead() {
    return reader.isPresent();
  }

  /** Nothing comes any more. */
  synchronized void end() {
    ended = true;
    disconnect();
  }

  synchronized boolean isOver() {
    return ended;
  }

  private void send(EventStream stream, Event event) {
    stream.send(id(event.number), "message", event.json);
  }

  private String id(long number) {
    return name + "-" + number;
  }
}
