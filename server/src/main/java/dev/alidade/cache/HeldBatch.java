package dev.alidade.cache;

import dev.alidade.engine.Batch;
import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.TextValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Rows that stay when the stream that they came from moves on. */
final class HeldBatch implements Batch {
  private static final int OBJECT = 24;
  private static final int REFERENCE = 4;

  private final int rows;
  private final ColumnValues[] columns;
  private final long bytes;

  private HeldBatch(int rows, ColumnValues[] columns, long bytes) {
    this.rows = rows;
    this.columns = columns;
    this.bytes = bytes;
  }

  /** A copy of the first {@code width} columns of a batch. */
  static HeldBatch of(Batch batch, int width) {
    ColumnValues[] columns = new ColumnValues[width];
    long bytes = 100;
    for (int index = 0; index < width; index++) {
      columns[index] = copy(batch.column(index), batch.rows());
      bytes += bytesOf(columns[index], batch.rows());
    }
    return new HeldBatch(batch.rows(), columns, bytes);
  }

  /** About how many bytes it takes. */
  long bytes() {
    return bytes;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Object value(int column, int row) {
    return columns[column].value(row);
  }

  @Override
  public boolean isNull(int column, int row) {
    return columns[column].isNull(row);
  }

  @Override
  public long longValue(int column, int row) {
    return columns[column].longValue(row);
  }

  @Override
  public double doubleValue(int column, int row) {
    return columns[column].doubleValue(row);
  }

  @Override
  public ColumnValues column(int column) {
    return columns[column];
  }

  private static ColumnValues copy(ColumnValues values, int rows) {
    return switch (values) {
      case LongValues numbers -> numbers.slice(0, rows);
      case DoubleValues numbers -> numbers.slice(0, rows);
      case TextValues texts -> copy(texts, rows);
      case ObjectValues objects -> objects.slice(0, rows);
      case CellValues cells -> {
        Object[] objects = new Object[rows];
        for (int row = 0; row < rows; row++) {
          objects[row] = cells.value(row);
        }
        yield new ObjectValues(objects);
      }
    };
  }

  private static TextValues copy(TextValues texts, int rows) {
    int first = texts.starts()[0];
    int[] starts = new int[rows + 1];
    for (int row = 0; row <= rows; row++) {
      starts[row] = texts.starts()[row] - first;
    }
    return new TextValues(
        Arrays.copyOfRange(texts.bytes(), first, first + starts[rows]),
        starts,
        texts.nulls().get(0, rows));
  }

  private static long bytesOf(ColumnValues values, int rows) {
    return switch (values) {
      case LongValues _, DoubleValues _ -> OBJECT + (long) Long.BYTES * rows;
      case TextValues texts -> OBJECT + texts.bytes().length + (long) Integer.BYTES * rows;
      case ObjectValues objects -> {
        long bytes = OBJECT;
        for (int row = 0; row < rows; row++) {
          bytes += REFERENCE + bytesOf(objects.value(row));
        }
        yield bytes;
      }
      case CellValues cells -> bytesOf(copy(cells, rows), rows);
    };
  }

  private static long bytesOf(Object value) {
    return switch (value) {
      case null -> 0;
      case Boolean _ -> 0;
      case String text -> OBJECT + OBJECT + (long) text.length();
      case byte[] binary -> OBJECT + (long) binary.length;
      case BigInteger number -> OBJECT + OBJECT + number.bitLength() / Byte.SIZE;
      case BigDecimal number -> OBJECT + OBJECT + (long) number.precision();
      case Collection<?> list -> {
        long bytes = OBJECT;
        for (Object element : list) {
          bytes += REFERENCE + bytesOf(element);
        }
        yield bytes;
      }
      case Map<?, ?> map -> {
        long bytes = OBJECT;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          bytes += OBJECT + bytesOf(entry.getKey()) + bytesOf(entry.getValue());
        }
        yield bytes;
      }
      default -> 2 * OBJECT;
    };
  }
}
