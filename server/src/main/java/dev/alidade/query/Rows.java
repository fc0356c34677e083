package dev.alidade.query;

import dev.alidade.engine.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A result held in memory, with cells as JSON carries them.
 *
 * @param truncated whether rows were left out
 * @param sql what ran
 */
public record Rows(
    List<ColumnLabel> columns,
    List<List<Object>> rows,
    boolean truncated,
    String sql,
    Duration elapsed) {
  /** The most characters that a held result may have, about 64 MB. */
  private static final long LARGEST = 32L * 1024 * 1024;

  public Rows {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(elapsed, "elapsed");
  }

  /** Reads the result up to its limits after {@code skip} rows, and closes it. */
  public static Rows collect(GovernedResult result, long skip) {
    try (result) {
      List<ColumnLabel> columns = result.columns().stream().map(ColumnLabel::of).toList();
      List<List<Object>> rows = new ArrayList<>();
      long position = 0;
      long size = 0;
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          if (position++ < skip) {
            continue;
          }
          List<Object> cells = new ArrayList<>(columns.size());
          for (int column = 0; column < columns.size(); column++) {
            Object cell = Cells.toJson(batch.get().value(column, row));
            size += cell instanceof String text ? text.length() + 8 : 8;
            cells.add(cell);
          }
          rows.add(Collections.unmodifiableList(cells));
          if (size > LARGEST) {
            return new Rows(columns, rows, true, result.sql().text(), result.elapsed());
          }
        }
      }
      return new Rows(columns, rows, result.isTruncated(), result.sql().text(), result.elapsed());
    }
  }

  /** Reads the result up to its limits, and closes it. */
  public static Rows collect(GovernedResult result) {
    return collect(result, 0);
  }
}
