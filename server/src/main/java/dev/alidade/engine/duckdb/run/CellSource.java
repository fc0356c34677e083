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
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads cell by cell, for results with nested or rare types. */
final class CellSource implements RowSource {
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
    while (rows.size() < wanted && !stop.getAsBoolean() && advance()) {
      Object[] row = new Object[columns.size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = cell(column);
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
