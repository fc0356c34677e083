package dev.alidade.query;

import dev.alidade.engine.ResultStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A result held in memory, with cells as JSON carries them.
 *
 * @param truncated whether rows were left out
 * @param sql what ran
 * @param asOf when the rows were read, where the data may have changed since
 */
public record Rows(
    List<ColumnLabel> columns,
    List<List<Object>> rows,
    boolean truncated,
    String sql,
    Duration elapsed,
    Optional<Instant> asOf) {
  /** The most characters that a held result may have, about 64 MB. */
  public static final long LARGEST = 32L * 1024 * 1024;

  public Rows {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(asOf, "asOf");
  }

  /** Rows as the data are. */
  public Rows(
      List<ColumnLabel> columns,
      List<List<Object>> rows,
      boolean truncated,
      String sql,
      Duration elapsed) {
    this(columns, rows, truncated, sql, elapsed, Optional.empty());
  }

  /** Reads the result up to its limits and so many characters, and closes it. */
  public static Rows collect(GovernedResult result, long mostCharacters) {
    try (result) {
      result.gathered();
      List<ColumnLabel> columns = ColumnLabel.of(result.columns());
      PageBuilder page = new PageBuilder(columns.size(), Long.MAX_VALUE, mostCharacters);
      boolean cut = page.fill(result).isPresent();
      if (cut) {
        result.leaves();
      }
      return new Rows(
          columns,
          page.rows(),
          cut || result.isTruncated(),
          result.sql().shown(),
          result.elapsed(),
          result.asOf());
    }
  }

  /** Reads up to so many rows of a result that was kept, and closes it. */
  public static Rows collect(ResultStream kept, long mostRows, String sql) {
    long startedAt = System.nanoTime();
    try (kept) {
      List<ColumnLabel> columns = ColumnLabel.of(kept.columns());
      PageBuilder page = new PageBuilder(columns.size(), mostRows, LARGEST);
      boolean cut = page.fill(kept).isPresent();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
      return new Rows(columns, page.rows(), cut, sql, elapsed);
    }
  }

  /** Reads the result up to its limits, and closes it. */
  public static Rows collect(GovernedResult result) {
    return collect(result, LARGEST);
  }
}
