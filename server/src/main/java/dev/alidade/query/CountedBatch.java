package dev.alidade.query;

import dev.alidade.engine.Batch;
import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.TextValues;

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

  /** Texts that lie together are counted when they are asked for, the rest when it is read. */
  @Override
  public ColumnValues column(int column) {
    ColumnValues values = whole.column(column);
    return switch (values) {
      case LongValues _, DoubleValues _ -> values;
      case TextValues texts -> {
        bytes += texts.characters(rows);
        yield texts;
      }
      case ObjectValues _, CellValues _ -> new CellValues(this, column, 0);
    };
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
