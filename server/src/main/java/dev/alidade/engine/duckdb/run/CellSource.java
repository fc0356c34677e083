package dev.alidade.engine.duckdb.run;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads cell by cell, for results with nested or rare types. */
final class CellSource implements RowSource {
  private static final long HEAVY = 2_000_000;

  private final ResultSet result;
  private final List<ResultColumn> columns;
  private boolean ended;

  CellSource(ResultSet result, List<ResultColumn> columns) {
    this.result = result;
    this.columns = columns;
  }

  @Override
  public Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    long weight = 0;
    while (rows.size() < wanted && weight < HEAVY && !stop.getAsBoolean() && advance()) {
      Object[] row = new Object[columns.size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = cell(column);
        weight += weight(row[column]);
      }
      rows.add(row);
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new RowBatch(rows));
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      result.close();
    } catch (SQLException failure) {
      // The statement failed or was interrupted before; its failure was reported then.
      System.getLogger(CellSource.class.getName())
          .log(System.Logger.Level.DEBUG, "closing after a failure", failure);
    }
  }

  /** About how many characters or numbers a value holds. */
  private static long weight(Object value) {
    return switch (value) {
      case null -> 1;
      case String text -> text.length();
      case byte[] bytes -> bytes.length;
      case List<?> list -> list.stream().mapToLong(CellSource::weight).sum();
      case Map<?, ?> map -> map.values().stream().mapToLong(CellSource::weight).sum();
      default -> 1;
    };
  }

  private boolean advance() throws SQLException {
    ended = ended || !result.next();
    return !ended;
  }

  private Object cell(int column) throws SQLException {
    try {
      return RowValues.read(result, column + 1, columns.get(column).type());
    } catch (DateTimeException outOfRange) {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "A value of `%s` is out of the range of its type, such as 24:00:00; cast it to VARCHAR"
              .formatted(columns.get(column).name()),
          outOfRange);
    }
  }
}
