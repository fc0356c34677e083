package dev.alidade.query;

import dev.alidade.admission.Manner;
import java.time.Duration;
import java.util.Objects;

/**
 * What one query may use at most.
 *
 * @param timeout how long it may run once it has started
 * @param patience how long it may wait for others to end before it starts
 * @param background whether nobody waits for it, so that those somebody waits for come first
 * @param whole whether a part of the result is worse than none where the caller's limits allow no
 *     more; what {@code rows} leaves out was asked for
 */
public record QueryLimits(
    Duration timeout, long rows, Duration patience, boolean background, boolean whole) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
  private static final Duration BACKGROUND_PATIENCE = Duration.ofHours(1);
  private static final Duration LONGEST_PROMPT = Duration.ofMinutes(1);

  /** For a result that is held in memory and shown. */
  public static final QueryLimits INTERACTIVE = new QueryLimits(Duration.ofSeconds(30), 10_000);

  /** For a result that is streamed away. */
  public static final QueryLimits EXPORT =
      new QueryLimits(Duration.ofMinutes(30), Long.MAX_VALUE, USUAL_PATIENCE, false, true);

  /** For a result that is kept for whoever submitted it. */
  public static final QueryLimits JOB =
      new QueryLimits(Duration.ofHours(6), Long.MAX_VALUE, BACKGROUND_PATIENCE, true, true);

  public QueryLimits {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(patience, "patience");
    if (timeout.isNegative() || timeout.isZero() || rows < 1 || patience.isNegative()) {
      throw new IllegalArgumentException("limits are positive: " + timeout + ", " + rows);
    }
  }

  /** For a result of which a part is better than none. */
  public QueryLimits(Duration timeout, long rows, Duration patience, boolean background) {
    this(timeout, rows, patience, background, false);
  }

  /** For a query that somebody waits for. */
  public QueryLimits(Duration timeout, long rows) {
    this(timeout, rows, USUAL_PATIENCE, false);
  }

  /** The same time for at most {@code rows} rows. */
  public QueryLimits withRows(long fewerRows) {
    return new QueryLimits(timeout, Math.min(rows, fewerRows), patience, background, whole);
  }

  /** The same rows in at most this time. */
  public QueryLimits within(Duration time) {
    Duration shorter = timeout.compareTo(time) < 0 ? timeout : time;
    return new QueryLimits(shorter, rows, patience, background, whole);
  }

  /** How its turn is used: who gives it long has no need of it soon. */
  Manner manner() {
    if (background) {
      return Manner.BACKGROUND;
    }
    return timeout.compareTo(LONGEST_PROMPT) > 0 ? Manner.LASTING : Manner.PROMPT;
  }

  /** The same for a query that nobody waits for. */
  public QueryLimits inBackground() {
    return new QueryLimits(timeout, rows, BACKGROUND_PATIENCE, true, whole);
  }
}
