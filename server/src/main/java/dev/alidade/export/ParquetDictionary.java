package dev.alidade.export;

import java.util.Arrays;

/**
 * Which values of a column are the same, so that each is written once; used for one after the
 * other.
 */
final class ParquetDictionary {
  private static final int PROBE = 8_192;
  private static final int FEW = 1_024;
  private static final int MOST = 1 << 16;
  private static final int MOST_BYTES = 1 << 20;

  private int[] places = {};
  private int[] firsts = {};
  private int[] table = {};
  private int size;

  /**
   * Whether values are so few that it is worth it; then it is theirs until the next is asked for.
   */
  boolean isFor(ParquetValues values) {
    int count = values.count();
    int most = Math.min(MOST, Math.max(FEW, count / 3));
    if (!values.mayHaveDictionary() || count == 0) {
      return false;
    }
    begin(count, most);
    int bytes = 0;
    for (int value = 0; value < count; value++) {
      int before = size;
      places[value] = place(values, value);
      if (size == before) {
        continue;
      }
      bytes += values.width(value);
      boolean isManifold = value < PROBE && value >= PROBE / 2 && size > value / 2;
      if (size > most || bytes > MOST_BYTES || isManifold) {
        return false;
      }
    }
    return true;
  }

  private void begin(int count, int most) {
    if (places.length < count) {
      places = new int[count];
    }
    int slots = Integer.highestOneBit(most) * 4;
    if (table.length < slots) {
      table = new int[slots];
      firsts = new int[slots];
    }
    Arrays.fill(table, 0);
    size = 0;
  }

  /** The place of a value, which is new behind the last one if it was not there. */
  private int place(ParquetValues values, int value) {
    int mask = table.length - 1;
    int slot = values.hash(value) & mask;
    while (table[slot] != 0) {
      int place = table[slot] - 1;
      if (values.isSame(firsts[place], value)) {
        return place;
      }
      slot = slot + 1 & mask;
    }
    firsts[size] = value;
    table[slot] = ++size;
    return size - 1;
  }

  int size() {
    return size;
  }

  /** How many bits a place takes. */
  int width() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
  }

  /** The place of each value. */
  int[] places() {
    return places;
  }

  /** Writes each value once, in the order of their places. */
  void writePlain(ParquetValues values, ParquetPage page) {
    for (int place = 0; place < size; place++) {
      values.writePlain(firsts[place], firsts[place] + 1, page);
    }
  }
}
