package dev.alidade.engine.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** The cells of one column in one batch; filled anew for each batch. */
abstract class CellBuffer {
  /** What a cell takes besides its text or bytes, roughly. */
  private static final int CELL_BYTES = 16;

  final int column;

  private CellBuffer(int column) {
    this.column = column;
  }

  static CellBuffer of(CellReader reader, int column, int rows) {
    return switch (reader) {
      case CellReader.Longs(CellReader.LongCell cell) -> new LongBuffer(column, cell, rows);
      case CellReader.Doubles(CellReader.DoubleCell cell) -> new DoubleBuffer(column, cell, rows);
      case CellReader.Objects(CellReader.ObjectCell cell) -> new ObjectBuffer(column, cell, rows);
    };
  }

  /** Reads the cell of the result's current row; returns about how many bytes it takes. */
  abstract int read(ResultSet result, int row) throws SQLException;

  /** Makes room for that many rows. */
  abstract void grow(int rows);

  abstract boolean isNull(int row);

  abstract Object value(int row);

  long longValue(int row) {
    throw new ClassCastException("not an INTEGER within 64 bits");
  }

  double doubleValue(int row) {
    throw new ClassCastException("not a FLOAT");
  }

  private static final class LongBuffer extends CellBuffer {
    private final CellReader.LongCell cell;
    private long[] values;
    private boolean[] nulls;

    LongBuffer(int column, CellReader.LongCell cell, int rows) {
      super(column);
      this.cell = cell;
      this.values = new long[rows];
      this.nulls = new boolean[rows];
    }

    @Override
    int read(ResultSet result, int row) throws SQLException {
      values[row] = cell.read(result, column);
      nulls[row] = values[row] == 0 && result.wasNull();
      return Long.BYTES;
    }

    @Override
    void grow(int rows) {
      values = Arrays.copyOf(values, rows);
      nulls = Arrays.copyOf(nulls, rows);
    }

    @Override
    boolean isNull(int row) {
      return nulls[row];
    }

    @Override
    Object value(int row) {
      return nulls[row] ? null : values[row];
    }

    @Override
    long longValue(int row) {
      return values[row];
    }
  }

  private static final class DoubleBuffer extends CellBuffer {
    private final CellReader.DoubleCell cell;
    private double[] values;
    private boolean[] nulls;

    DoubleBuffer(int column, CellReader.DoubleCell cell, int rows) {
      super(column);
      this.cell = cell;
      this.values = new double[rows];
      this.nulls = new boolean[rows];
    }

    @Override
    int read(ResultSet result, int row) throws SQLException {
      values[row] = cell.read(result, column);
      nulls[row] = values[row] == 0 && result.wasNull();
      return Double.BYTES;
    }

    @Override
    void grow(int rows) {
      values = Arrays.copyOf(values, rows);
      nulls = Arrays.copyOf(nulls, rows);
    }

    @Override
    boolean isNull(int row) {
      return nulls[row];
    }

    @Override
    Object value(int row) {
      return nulls[row] ? null : values[row];
    }

    @Override
    double doubleValue(int row) {
      return values[row];
    }
  }

  private static final class ObjectBuffer extends CellBuffer {
    private final CellReader.ObjectCell cell;
    private Object[] values;

    ObjectBuffer(int column, CellReader.ObjectCell cell, int rows) {
      super(column);
      this.cell = cell;
      this.values = new Object[rows];
    }

    @Override
    int read(ResultSet result, int row) throws SQLException {
      Object value = cell.read(result, column);
      values[row] = value;
      return switch (value) {
        case null -> 1;
        case String text -> CELL_BYTES + text.length();
        case byte[] bytes -> CELL_BYTES + bytes.length;
        case BigDecimal _ -> 2 * CELL_BYTES;
        case Iterable<?> _ -> 64 * CELL_BYTES;
        default -> CELL_BYTES;
      };
    }

    @Override
    void grow(int rows) {
      values = Arrays.copyOf(values, rows);
    }

    @Override
    boolean isNull(int row) {
      return values[row] == null;
    }

    @Override
    Object value(int row) {
      return values[row];
    }

    @Override
    long longValue(int row) {
      // A wide integer, which comes as an object.
      return ((java.math.BigInteger) values[row]).longValueExact();
    }
  }
}
