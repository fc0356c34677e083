package dev.alidade.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Texts in UTF-8, one behind the other. */
public final class TextValues implements ArrayValues {
  private static final int LEAD_OF_FOUR = 0xf0;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long FIRST_BITS = 0x8080_8080_8080_8080L;

  private final byte[] bytes;
  private final int[] starts;
  private final BitSet nulls;

  /** Row r is what lies from {@code starts[r]} to {@code starts[r + 1]}. */
  public TextValues(byte[] bytes, int[] starts, BitSet nulls) {
    this.bytes = bytes;
    this.starts = starts;
    this.nulls = nulls;
  }

  /** All texts. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where each row's text starts, and behind them where the last one ends. */
  public int[] starts() {
    return starts;
  }

  @Override
  public BitSet nulls() {
    return nulls;
  }

  /** How many characters (UTF-16 units, as a String counts) the first rows have together. */
  public long characters(int rows) {
    long count = 0;
    int index = starts[0];
    for (; index <= starts[rows] - Long.BYTES; index += Long.BYTES) {
      count += Long.BYTES;
      long eight = (long) LONG.get(bytes, index);
      long wide = eight & FIRST_BITS;
      if (wide != 0) {
        count -= Long.bitCount(wide & ~(eight << 1));
        count += Long.bitCount(wide & eight << 1 & eight << 2 & eight << 3);
      }
    }
    for (; index < starts[rows]; index++) {
      // Every character has one byte that continues no other; those of four bytes are two units.
      count +=
          (bytes[index] >= -0x40 ? 1 : 0) + ((bytes[index] & LEAD_OF_FOUR) == LEAD_OF_FOUR ? 1 : 0);
    }
    return count;
  }

  @Override
  public String value(int row) {
    if (nulls.get(row)) {
      return null;
    }
    return new String(bytes, starts[row], starts[row + 1] - starts[row], StandardCharsets.UTF_8);
  }

  @Override
  public long longValue(int row) {
    throw new ClassCastException("not an INTEGER");
  }

  @Override
  public double doubleValue(int row) {
    throw new ClassCastException("not a FLOAT");
  }

  @Override
  public TextValues slice(int from, int rows) {
    return new TextValues(
        bytes, Arrays.copyOfRange(starts, from, from + rows + 1), nulls.get(from, from + rows));
  }
}
