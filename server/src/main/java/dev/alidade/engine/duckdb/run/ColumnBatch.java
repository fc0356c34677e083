package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import java.util.List;

/** Rows copied out of the engine's memory, column by column, so that no reader can outlive it. */
public record ColumnBatch(int rows, List<ColumnValues> columns) implements Batch {
  public ColumnBatch {
    columns = List.copyOf(columns);
  }

  @Override
  public ColumnValues column(int column) {
    return columns.get(column);
  }

  @Override
  public Object value(int column, int row) {
    return columns.get(column).value(row);
  }

  @Override
  public boolean isNull(int column, int row) {
    return columns.get(column).isNull(row);
  }

  @Override
  public long longValue(int column, int row) {
    return columns.get(column).longValue(row);
  }

  @Override
  public double doubleValue(int column, int row) {
    return columns.get(column).doubleValue(row);
  }
}
