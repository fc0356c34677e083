package dev.alidade.query;

import java.time.Duration;
import java.util.Objects;

/** What one query may use at most. */
public record QueryLimits(Duration timeout, long rows) {
  /** For a result that is held in memory and shown. */
  public static final QueryLimits INTERACTIVE = new QueryLimits(Duration.ofSeconds(30), 10_000);

  /** For a result that is streamed away. */
  public static final QueryLimits EXPORT = new QueryLimits(Duration.ofMinutes(30), Long.MAX_VALUE);

  public QueryLimits {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero() || rows < 1) {
      throw new IllegalArgumentException("limits are positive: " + timeout + ", " + rows);
    }
  }

  /** The same time for at most {@code rows} rows. */
  public QueryLimits withRows(long fewerRows) {
    return new QueryLimits(timeout, Math.min(rows, fewerRows));
  }
}
