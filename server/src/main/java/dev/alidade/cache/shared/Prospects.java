package dev.alidade.cache.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether it is worth looking for a statement that this instance never ran: as long as some of them
 * are found, and now and then to learn if that has changed.
 */
final class Prospects {
  private static final int FIRST = 50;
  private static final int MOST = 200;
  private static final int GAIN = 20;
  private static final int NOW_AND_THEN = 10;

  private final Map<String, Credit> credits = new ConcurrentHashMap<>();

  private static final class Credit {
    private int left = FIRST;
    private int passed;

    private synchronized boolean spend() {
      if (left > 0) {
        left--;
        return true;
      }
      return ++passed % NOW_AND_THEN == 0;
    }

    private synchronized void gain() {
      left = Math.min(MOST, left + GAIN);
    }
  }

  /** Whether to look for one more statement of a source. */
  boolean tries(String source) {
    return credit(source).spend();
  }

  /** A statement of a source was found. */
  void found(String source) {
    credit(source).gain();
  }

  private Credit credit(String source) {
    return credits.computeIfAbsent(source, ignored -> new Credit());
  }
}
