package dev.alidade.engine;

import java.util.BitSet;

/** Values in an array, beside which stands which rows have none. */
public sealed interface ArrayValues extends ColumnValues
    permits LongValues, DoubleValues, TextValues {
  /** The rows that are NULL. */
  BitSet nulls();

  @Override
  default boolean isNull(int row) {
    return nulls().get(row);
  }

  @Override
  default boolean hasNulls() {
    return !nulls().isEmpty();
  }
}
