package dev.alidade.engine;

import java.util.List;

/** A batch that holds rows of boxed values, for engines that read row by row. */
public record RowBatch(List<Object[]> values) implements Batch {
  public RowBatch {
    values = List.copyOf(values);
  }

  @Override
  public int rows() {
    return values.size();
  }

  @Override
  public Object value(int column, int row) {
    return values.get(row)[column];
  }
}
