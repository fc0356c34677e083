package dev.alidade.query;

import dev.alidade.engine.Batch;

/** The first rows of a batch; counts the characters and bytes of what is read of them. */
final class CountedBatch implements Batch {
  private final Batch whole;
  private final int rows;
  private long bytes;

  CountedBatch(Batch whole, int rows) {
    this.whole = whole;
    this.rows = rows;
  }

  /** What was read so far of values that have no fixed width. */
  long bytes() {
    return bytes;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Object value(int column, int row) {
    Object value = whole.value(column, row);
    bytes += Portion.width(value);
    return value;
  }

  @Override
  public boolean isNull(int column, int row) {
    return whole.isNull(column, row);
  }

  @Override
  public long longValue(int column, int row) {
    return whole.longValue(column, row);
  }

  @Override
  public double doubleValue(int column, int row) {
    return whole.doubleValue(column, row);
  }
}
