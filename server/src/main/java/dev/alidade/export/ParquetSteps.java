package dev.alidade.export;

/**
 * Numbers as the differences from one to the next (DELTA_BINARY_PACKED): in blocks of 128, each
 * with its least difference, and four parts of as few bits as each needs above it.
 */
final class ParquetSteps {
  private static final int BLOCK = 128;
  private static final int PARTS = 4;
  private static final int PART = BLOCK / PARTS;
  private static final int LOOKED_AT = 4_096;
  private static final int SMALL_BITS = Integer.SIZE;

  private ParquetSteps() {}

  /** Whether the differences of the first numbers take half the bits of the numbers, or less. */
  static boolean areSmall(long[] numbers, int count) {
    int looked = Math.min(count, LOOKED_AT);
    if (looked < BLOCK) {
      return false;
    }
    long bits = 0;
    for (int index = 1; index < looked; index++) {
      long step = numbers[index] - numbers[index - 1];
      bits += Long.SIZE - Long.numberOfLeadingZeros(step ^ (step >> (Long.SIZE - 1))) + 1;
    }
    return bits <= (long) looked * SMALL_BITS;
  }

  static void write(long[] numbers, int from, int to, ParquetPage page) {
    page.varint(BLOCK).varint(PARTS).varint(to - from);
    page.zigzag(from < to ? numbers[from] : 0);
    long[] steps = new long[BLOCK];
    for (int first = from + 1; first < to; first += BLOCK) {
      int size = Math.min(BLOCK, to - first);
      long least = Long.MAX_VALUE;
      for (int index = 0; index < size; index++) {
        steps[index] = numbers[first + index] - numbers[first + index - 1];
        least = Math.min(least, steps[index]);
      }
      writeBlock(steps, size, least, page);
    }
  }

  /** What lies above the least step takes no sign; a part that is not full ends with zeros. */
  private static void writeBlock(long[] steps, int size, long least, ParquetPage page) {
    page.zigzag(least);
    int[] widths = new int[PARTS];
    for (int part = 0; part < PARTS; part++) {
      long all = 0;
      for (int index = part * PART; index < (part + 1) * PART; index++) {
        steps[index] = index < size ? steps[index] - least : 0;
        all |= steps[index];
      }
      widths[part] = Long.SIZE - Long.numberOfLeadingZeros(all);
      page.octet(widths[part]);
    }
    for (int part = 0; part < PARTS && part * PART < size; part++) {
      page.packed(steps, part * PART, (part + 1) * PART, widths[part]);
    }
  }
}
