package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.TextValues;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.format.Statistics;

/** Values that are bytes, one behind the other: texts, or all of one length. */
final class ParquetBytes extends ParquetValues {
  private static final int LARGEST_BOUND = 512;
  // The bytes are read by eights, be it behind the last.
  private static final int SLACK = Long.BYTES;
  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final ByteCells cells;
  private final boolean isFixed;
  private final boolean isSigned;
  private TextValues opened = new TextValues(new byte[0], new int[1], new BitSet());
  private byte[] bytes = new byte[SLACK];
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
    if (length > bytes.length - SLACK - used) {
      int needed = Math.addExact(Math.addExact(used, length), SLACK);
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
    int end = starts[value + 1];
    long hash = (long) end - starts[value];
    for (int index = starts[value]; index < end; index += Long.BYTES) {
      long eight = (long) LONG.get(bytes, index);
      int behind = Math.max(0, index + Long.BYTES - end);
      hash = (hash ^ (eight >>> (behind * Byte.SIZE))) * MIX;
      hash ^= hash >>> Integer.SIZE;
    }
    return (int) hash;
  }

  @Override
  boolean isSame(int one, int other) {
    return compare(one, other) == 0;
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
    int length = starts[one + 1] - from;
    int otherLength = starts[other + 1] - against;
    int shared = Math.min(length, otherLength);
    for (int index = 0; index < shared; index += Long.BYTES) {
      long eight = (long) LONG.get(bytes, from + index);
      long others = (long) LONG.get(bytes, against + index);
      if (eight != others) {
        boolean isBehind =
            Long.numberOfLeadingZeros(eight ^ others) >= (shared - index) * Byte.SIZE;
        return isBehind ? length - otherLength : Long.compareUnsigned(eight, others);
      }
    }
    return length - otherLength;
  }

  private byte[] value(int value) {
    return Arrays.copyOfRange(bytes, starts[value], starts[value + 1]);
  }
}
