package dev.alidade.edge.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The streams of one session: those that go on, and a few that ended lately. */
final class StreamLogs {
  /** The stream on which the server speaks unasked. */
  private static final String STANDING = "0";

  private static final int MOST_ENDED = 8;
  private static final Pattern EVENT = Pattern.compile("([0-9]{1,9})-([0-9]{1,15})");

  private final Map<String, StreamLog> logs = new LinkedHashMap<>();
  private int opened;

  /** The place of an event in a stream. */
  record Place(StreamLog log, long after) {}

  synchronized StreamLog open(boolean polled) {
    drop();
    StreamLog log = new StreamLog(Integer.toString(++opened), polled);
    logs.put(log.name(), log);
    return log;
  }

  synchronized StreamLog standing() {
    return logs.computeIfAbsent(STANDING, name -> new StreamLog(name, false));
  }

  /** Where an event was; empty if that stream is not known any more. */
  synchronized Optional<Place> find(String eventId) {
    Matcher matcher = EVENT.matcher(eventId);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(logs.get(matcher.group(1)))
        .map(log -> new Place(log, Long.parseLong(matcher.group(2))));
  }

  private void drop() {
    long ended = logs.values().stream().filter(StreamLog::isOver).count();
    var each = logs.values().iterator();
    while (ended > MOST_ENDED && each.hasNext()) {
      if (each.next().isOver()) {
        each.remove();
        ended--;
      }
    }
  }

  synchronized void close() {
    logs.values().forEach(StreamLog::end);
    logs.clear();
  }
}
