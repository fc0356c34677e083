package dev.alidade.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/** The bytes of one page, before they are compressed. */
final class ParquetPage {
  private static final int USUAL = 1 << 16;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteBuffer buffer = ByteBuffer.allocate(USUAL).order(ByteOrder.LITTLE_ENDIAN);

  void clear() {
    buffer.clear();
  }

  int size() {
    return buffer.position();
  }

  byte[] array() {
    return buffer.array();
  }

  void bytes(byte[] from, int offset, int length) {
    room(length).put(from, offset, length);
  }

  /** Texts that lie one behind the other, each with its length before it. */
  void texts(byte[] from, int[] starts, int first, int behind) {
    room(Math.addExact(starts[behind] - starts[first], (behind - first) * Integer.BYTES));
    byte[] to = buffer.array();
    int at = buffer.position();
    for (int index = first; index < behind; index++) {
      int length = starts[index + 1] - starts[index];
      INT.set(to, at, length);
      System.arraycopy(from, starts[index], to, at + Integer.BYTES, length);
      at += Integer.BYTES + length;
    }
    buffer.position(at);
  }

  void longs(long[] numbers, int from, int to) {
    int length = (to - from) * Long.BYTES;
    room(length).asLongBuffer().put(numbers, from, to - from);
    buffer.position(buffer.position() + length);
  }

  void ints(long[] numbers, int from, int to) {
    room((to - from) * Integer.BYTES);
    for (int index = from; index < to; index++) {
      buffer.putInt((int) numbers[index]);
    }
  }

  /** Truths, one bit each. */
  void truths(long[] numbers, int from, int to) {
    room((to - from) / Byte.SIZE + 1);
    for (int first = from; first < to; first += Byte.SIZE) {
      int bits = 0;
      for (int index = first; index < Math.min(to, first + Byte.SIZE); index++) {
        bits |= (int) numbers[index] << (index - first);
      }
      buffer.put((byte) bits);
    }
  }

  /** Which rows of a page have a value, with its length before it. */
  void levels(BitSet nulls, int from, int to) {
    int length = buffer.position();
    room(Integer.BYTES).putInt(0);
    int next = nulls.nextSetBit(from);
    if (next < 0 || next >= to) {
      run(to - from);
      buffer.put((byte) 1);
    } else {
      groups(to - from);
      room((to - from) / Byte.SIZE + 1);
      for (int first = from; first < to; first += Byte.SIZE) {
        int bits = 0;
        for (int row = first; row < Math.min(to, first + Byte.SIZE); row++) {
          bits |= nulls.get(row) ? 0 : 1 << (row - first);
        }
        buffer.put((byte) bits);
      }
    }
    buffer.putInt(length, buffer.position() - length - Integer.BYTES);
  }

  /** Places in a dictionary, each of so many bits. */
  void places(int[] places, int from, int to, int width) {
    room(1).put((byte) width);
    if (width == 0) {
      run(to - from);
      return;
    }
    groups(to - from);
    room((to - from + Byte.SIZE) * width / Byte.SIZE + Long.BYTES);
    long bits = 0;
    int filled = 0;
    for (int index = from; index < to; index++) {
      bits |= (long) places[index] << filled;
      filled += width;
      if (filled >= Integer.SIZE) {
        buffer.putInt((int) bits);
        bits >>>= Integer.SIZE;
        filled -= Integer.SIZE;
      }
    }
    // The last group is filled up with zeros.
    filled += (Byte.SIZE - (to - from) % Byte.SIZE) % Byte.SIZE * width;
    for (; filled > 0; filled -= Byte.SIZE) {
      buffer.put((byte) bits);
      bits >>>= Byte.SIZE;
    }
  }

  /** So many times what follows. */
  private void run(int times) {
    varint((long) times << 1);
  }

  /** So many values follow, eight to a group. */
  private void groups(int values) {
    varint((values + Byte.SIZE - 1L) / Byte.SIZE * 2 + 1);
  }

  void octet(int number) {
    room(1).put((byte) number);
  }

  /** A number that is not negative, seven bits to a byte. */
  ParquetPage varint(long number) {
    room(2 * Long.BYTES);
    long left = number;
    while (left >>> 7 != 0) {
      buffer.put((byte) (left | 0x80));
      left >>>= 7;
    }
    buffer.put((byte) left);
    return this;
  }

  /** A number of any sign, seven bits to a byte. */
  void zigzag(long number) {
    varint((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  /** Numbers of so many bits each, lowest first; together they fill whole bytes. */
  void packed(long[] numbers, int from, int to, int width) {
    room((to - from) * width / Byte.SIZE + Long.BYTES);
    long bits = 0;
    int filled = 0;
    for (int index = from; index < to; index++) {
      bits |= numbers[index] << filled;
      filled += width;
      if (filled >= Long.SIZE) {
        buffer.putLong(bits);
        filled -= Long.SIZE;
        // What did not fit; a shift by all 64 bits would be one by none.
        bits = filled == 0 ? 0 : numbers[index] >>> (width - filled);
      }
    }
    for (; filled > 0; filled -= Byte.SIZE) {
      buffer.put((byte) bits);
      bits >>>= Byte.SIZE;
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int needed = Math.addExact(buffer.position(), bytes);
      int capacity =
          (int) Math.max(needed, Math.min(2L * buffer.capacity(), Integer.MAX_VALUE - 16));
      buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
    }
    return buffer;
  }
}
