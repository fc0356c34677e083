package dev.alidade.engine.duckdb;

import java.util.BitSet;

/** The values of one column in one batch. */
sealed interface ColumnValues {
  Object value(int row);

  boolean isNull(int row);

  default long longValue(int row) {
    return ((Number) value(row)).longValue();
  }

  default double doubleValue(int row) {
    return ((Number) value(row)).doubleValue();
  }

  /** Integers that fit 64 bits. */
  final class Longs implements ColumnValues {
    private final long[] values;
    private final BitSet nulls;

    Longs(long[] values, BitSet nulls) {
      this.values = values;
      this.nulls = nulls;
    }

    @Override
    public Object value(int row) {
      return nulls.get(row) ? null : (Object) values[row];
    }

    @Override
    public boolean isNull(int row) {
      return nulls.get(row);
    }

    @Override
    public long longValue(int row) {
      return values[row];
    }

    @Override
    public double doubleValue(int row) {
      return values[row];
    }
  }

  /** Floating-point numbers. */
  final class Doubles implements ColumnValues {
    private final double[] values;
    private final BitSet nulls;

    Doubles(double[] values, BitSet nulls) {
      this.values = values;
      this.nulls = nulls;
    }

    @Override
    public Object value(int row) {
      return nulls.get(row) ? null : (Object) values[row];
    }

    @Override
    public boolean isNull(int row) {
      return nulls.get(row);
    }

    @Override
    public long longValue(int row) {
      return (long) values[row];
    }

    @Override
    public double doubleValue(int row) {
      return values[row];
    }
  }

  /** Everything else. */
  final class Objects implements ColumnValues {
    private final Object[] values;

    Objects(Object[] values) {
      this.values = values;
    }

    @Override
    public Object value(int row) {
      return values[row];
    }

    @Override
    public boolean isNull(int row) {
      return values[row] == null;
    }
  }
}
