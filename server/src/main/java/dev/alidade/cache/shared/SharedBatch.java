package dev.alidade.cache.shared;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import java.util.List;

/** Rows that came from another instance. */
record SharedBatch(int rows, List<ColumnValues> values) implements Batch {
  SharedBatch {
    values = List.copyOf(values);
  }

  @Override
  public Object value(int column, int row) {
    return values.get(column).value(row);
  }

  @Override
  public ColumnValues column(int column) {
    return values.get(column);
  }
}
