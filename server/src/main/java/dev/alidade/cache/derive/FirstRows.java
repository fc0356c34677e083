package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import java.util.Objects;

/** The first rows of a batch. */
record FirstRows(Batch whole, int rows) implements Batch {
  FirstRows {
    Objects.requireNonNull(whole, "whole");
  }

  @Override
  public Object value(int column, int row) {
    return whole.value(column, row);
  }

  @Override
  public boolean isNull(int column, int row) {
    return whole.isNull(column, row);
  }

  @Override
  public ColumnValues column(int column) {
    return whole.column(column).slice(0, rows);
  }
}
