package dev.alidade.engine.duckdb.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was found out about recent texts; long ones are not kept. */
final class RecentTexts<V> {
  private static final int MOST = 1_000;
  private static final int LONGEST = 10_000;

  private final Map<String, V> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MOST;
        }
      };

  /** What is known of the text, found out now if it is not; two threads may both find it out. */
  V computeIfAbsent(String text, Function<String, V> find) {
    synchronized (recent) {
      V known = recent.get(text);
      if (known != null) {
        return known;
      }
    }
    V found = find.apply(text);
    if (text.length() <= LONGEST) {
      synchronized (recent) {
        recent.put(text, found);
      }
    }
    return found;
  }
}
