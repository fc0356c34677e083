package dev.alidade.engine;

import java.util.Objects;

/** A column of a batch that has no arrays: it asks the batch, cell by cell. */
public record CellValues(Batch batch, int column, int from) implements ColumnValues {
  public CellValues {
    Objects.requireNonNull(batch, "batch");
  }

  @Override
  public Object value(int row) {
    return batch.value(column, from + row);
  }

  @Override
  public boolean isNull(int row) {
    return batch.isNull(column, from + row);
  }

  @Override
  public boolean hasNulls() {
    return true;
  }

  @Override
  public long longValue(int row) {
    return batch.longValue(column, from + row);
  }

  @Override
  public double doubleValue(int row) {
    return batch.doubleValue(column, from + row);
  }

  @Override
  public CellValues slice(int start, int rows) {
    return new CellValues(batch, column, from + start);
  }
}
