package dev.alidade.query;

import dev.alidade.engine.ResultStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A result held in memory, with cells as JSON carries them.
 *
 * @param truncated whether rows were left out
 * @param sql what ran
 * @param kept whether the rows are from an earlier run
 */
public record Rows(
    List<ColumnLabel> columns,
    List<List<Object>> rows,
    boolean truncated,
    String sql,
    Duration elapsed,
    Optional<KeptNote> kept) {
  /** The most characters that a held result may have, about 64 MB. */
  public static final long LARGEST = 32L * 1024 * 1024;

  public Rows {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(kept, "kept");
  }

  /** Rows of this run. */
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
      List<ColumnLabel> columns = ColumnLabel.of(result.columns());
      PageBuilder page = new PageBuilder(columns.size(), Long.MAX_VALUE, mostCharacters);
      boolean cut = page.fill(result).isPresent();
      return new Rows(
          columns,
          page.rows(),
          cut || result.isTruncated(),
          result.sql().shown(),
          result.elapsed(),
          KeptNote.of(result.outcome()));
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
