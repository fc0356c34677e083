package dev.alidade.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was found out about recent texts; long ones are not kept. */
public final class RecentTexts<V> {
  private final int longest;
  private final Map<String, V> recent;

  /** Of {@code most} texts, none of which has more than {@code longest} characters. */
  public RecentTexts(int most, int longest) {
    this.longest = longest;
    this.recent =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What is known of the text, found out now if it is not; two threads may both find it out. */
  public V computeIfAbsent(String text, Function<String, V> find) {
    return find(text)
        .orElseGet(
            () -> {
              V found = find.apply(text);
              keep(text, found);
              return found;
            });
  }

  /** What is known of the text. */
  public Optional<V> find(String text) {
    synchronized (recent) {
      return Optional.ofNullable(recent.get(text));
    }
  }

  /** Remembers what was found out. */
  public void keep(String text, V found) {
    if (text.length() > longest) {
      return;
    }
    synchronized (recent) {
      recent.put(text, found);
    }
  }
}
