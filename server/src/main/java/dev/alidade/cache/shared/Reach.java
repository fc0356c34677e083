package dev.alidade.cache.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Whether a shelf is used: after failures it is left alone for a while, each time a longer one. */
final class Reach {
  private static final Logger LOGGER = System.getLogger(Reach.class.getName());
  private static final int MOST_FAILURES = 3;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String place;
  private final Duration first;
  private volatile boolean open;
  private volatile String why = "It was not asked yet";
  private int failures;
  private Duration pause = Duration.ZERO;
  private long since = System.nanoTime();

  /** {@code first} is how long the shelf at this place is left alone for the first time. */
  Reach(String place, Duration first) {
    this.place = place;
    this.first = first;
  }

  /** Whether it is used now. */
  boolean isOpen() {
    return open;
  }

  /** Why it is not used, or the last failure. */
  String why() {
    return why;
  }

  /** Whether it was left alone long enough. */
  synchronized boolean isDue() {
    return System.nanoTime() - since >= pause.toNanos();
  }

  /** It answered. */
  synchronized void worked() {
    failures = 0;
  }

  /** It answers again, or for the first time. */
  synchronized void opened() {
    LOGGER.log(Level.INFO, "Results are shared with other instances at {0}", place);
    open = true;
    failures = 0;
    why = "";
    pause = Duration.ZERO;
  }

  /** It failed; a few times one after the other close it. */
  synchronized void failed(String reason) {
    if (open && ++failures < MOST_FAILURES) {
      return;
    }
    // A line for each change, and not one for each time that it is tried.
    if (open || pause.isZero()) {
      LOGGER.log(
          Level.WARNING,
          "Results are not shared with other instances until {0} answers: {1}",
          place,
          reason);
    }
    open = false;
    why = reason;
    since = System.nanoTime();
    pause = pause.isZero() ? first : shorter(pause.multipliedBy(2), LONGEST);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
