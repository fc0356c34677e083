package dev.alidade.engine.duckdb.isolated;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Which rows of a column are NULL, as bytes. */
final class Nulls {
  private Nulls() {}

  static int size(BitSet nulls) {
    return Integer.BYTES + nulls.size() / Byte.SIZE;
  }

  static void write(BitSet nulls, ByteBuffer to) {
    long[] words = nulls.toLongArray();
    to.putInt(words.length);
    for (long word : words) {
      to.putLong(word);
    }
  }

  static BitSet read(ByteBuffer from) {
    long[] words = new long[within(from, from.getInt(), Long.BYTES)];
    for (int index = 0; index < words.length; index++) {
      words[index] = from.getLong();
    }
    return BitSet.valueOf(words);
  }

  /** The count, which the bytes that are left must hold: each takes so many. */
  static int within(ByteBuffer from, int count, int bytes) {
    if (count < 0 || count > from.remaining() / bytes) {
      throw new IllegalStateException("a column speaks of more than it holds");
    }
    return count;
  }
}
