package dev.alidade.engine.duckdb;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        row[column] = RowValues.read(result, column + 1, columns.get(column).type());
      }
      rows.add(row);
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new RowBatch(rows));
  }

  @Override
  public boolean ended() {
    return ended;
  }

  private boolean advance() throws SQLException {
    ended = ended || !result.next();
    return !ended;
  }
}
