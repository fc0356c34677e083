package dev.alidade.engine.duckdb.run;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** The values of one column in one batch. */
public sealed interface ColumnValues {
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

    /** Reads what {@link #write} wrote. */
    public static Longs read(ByteBuffer from, int rows) {
      BitSet nulls = Nulls.read(from);
      long[] values = new long[Nulls.within(from, rows)];
      from.asLongBuffer().get(values);
      from.position(from.position() + values.length * Long.BYTES);
      return new Longs(values, nulls);
    }

    /** How many bytes {@link #write} writes at most. */
    public int size() {
      return Nulls.size(nulls) + values.length * Long.BYTES;
    }

    /** Writes the values as they lie in memory. */
    public void write(ByteBuffer to) {
      Nulls.write(nulls, to);
      to.asLongBuffer().put(values);
      to.position(to.position() + values.length * Long.BYTES);
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

    /** Reads what {@link #write} wrote. */
    public static Doubles read(ByteBuffer from, int rows) {
      BitSet nulls = Nulls.read(from);
      double[] values = new double[Nulls.within(from, rows)];
      from.asDoubleBuffer().get(values);
      from.position(from.position() + values.length * Double.BYTES);
      return new Doubles(values, nulls);
    }

    /** How many bytes {@link #write} writes at most. */
    public int size() {
      return Nulls.size(nulls) + values.length * Double.BYTES;
    }

    /** Writes the values as they lie in memory. */
    public void write(ByteBuffer to) {
      Nulls.write(nulls, to);
      to.asDoubleBuffer().put(values);
      to.position(to.position() + values.length * Double.BYTES);
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

    /** Null stands for NULL. */
    public Objects(Object[] values) {
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
