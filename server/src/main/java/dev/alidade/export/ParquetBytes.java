package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.TextValues;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.format.Statistics;

/** Values that are bytes, one behind the other: texts, or all of one length. */
final class ParquetBytes extends ParquetValues {
  private static final int LARGEST_BOUND = 512;

  private final ByteCells cells;
  private final boolean isFixed;
  private final boolean isSigned;
  private TextValues opened = new TextValues(new byte[0], new int[1], new BitSet());
  private byte[] bytes = {};
  private int[] starts = new int[1];

  /** {@code isFixed} where all have one length, {@code isSigned} where the first bit is a sign. */
  ParquetBytes(ByteCells cells, boolean isFixed, boolean isSigned) {
    this.cells = cells;
    this.isFixed = isFixed;
    this.isSigned = isSigned;
  }

  @Override
  void open(ColumnValues values, int first) {
    opened = cells.of(values, first);
  }

  @Override
  void makeRoom(int values) {
    if (count + values >= starts.length) {
      starts = Arrays.copyOf(starts, Math.max(count + values + 1, 2 * starts.length));
    }
  }

  @Override
  void take(int row) {
    takeAll(row, row + 1);
  }

  @Override
  void takeAll(int from, int to) {
    int first = opened.starts()[from];
    int length = opened.starts()[to] - first;
    int used = starts[count];
    if (length > bytes.length - used) {
      int needed = Math.addExact(used, length);
      bytes =
          Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * used, Integer.MAX_VALUE - 16)));
    }
    System.arraycopy(opened.bytes(), first, bytes, used, length);
    for (int row = from; row < to; row++) {
      starts[++count] = used + opened.starts()[row + 1] - first;
    }
  }

  @Override
  long size() {
    return starts[count] + (long) count * Integer.BYTES;
  }

  @Override
  boolean mayHaveDictionary() {
    return true;
  }

  @Override
  int hash(int value) {
    int hash = 1;
    for (int index = starts[value]; index < starts[value + 1]; index++) {
      hash = 31 * hash + bytes[index];
    }
    return (hash * 0x9e37_79b9) >>> 1;
  }

  @Override
  boolean isSame(int one, int other) {
    return Arrays.equals(
        bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
  }

  @Override
  int width(int value) {
    return starts[value + 1] - starts[value] + (isFixed ? 0 : Integer.BYTES);
  }

  @Override
  int behind(int value, int bytes) {
    int found = Arrays.binarySearch(starts, value, count + 1, starts[value] + bytes);
    int behind = found < 0 ? -found - 1 : found;
    return Math.clamp(behind, value + 1, count);
  }

  @Override
  boolean isSteady() {
    return false;
  }

  @Override
  void writeSteps(int from, int to, ParquetPage page) {
    throw new UnsupportedOperationException("there is no difference between texts");
  }

  @Override
  void writePlain(int from, int to, ParquetPage page) {
    if (isFixed) {
      page.bytes(bytes, starts[from], starts[to] - starts[from]);
      return;
    }
    page.texts(bytes, starts, from, to);
  }

  @Override
  void bounds(Statistics statistics) {
    if (count == 0) {
      return;
    }
    int least = 0;
    int greatest = 0;
    for (int value = 1; value < count; value++) {
      if (compare(value, least) < 0) {
        least = value;
      } else if (compare(value, greatest) > 0) {
        greatest = value;
      }
    }
    if (width(least) <= LARGEST_BOUND && width(greatest) <= LARGEST_BOUND) {
      statistics.setMin_value(value(least)).setMax_value(value(greatest));
    }
  }

  private int compare(int one, int other) {
    int from = starts[one];
    int against = starts[other];
    if (isSigned && bytes[from] < 0 != bytes[against] < 0) {
      return bytes[from] < 0 ? -1 : 1;
    }
    return Arrays.compareUnsigned(bytes, from, starts[one + 1], bytes, against, starts[other + 1]);
  }

  private byte[] value(int value) {
    return Arrays.copyOfRange(bytes, starts[value], starts[value + 1]);
  }
}
