package dev.alidade.engine.duckdb.run;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.TextValues;
import java.util.Arrays;
import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;

/** Collects texts as the bytes that they are in the engine. */
final class TextBuilder extends ColumnBuilder {
  private static final int LARGEST = 1 << 30;
  private static final int LARGEST_KEPT = 8 << 20;
  private static final int SLACK = 12;
  private static final int SPARE = 16;

  private byte[] bytes = new byte[SLACK];
  private int[] starts = new int[1];
  private BitSet nulls = new BitSet();
  private int size;
  // How long the arrays probably get that come next.
  private int usualBytes;
  private int usualStarts;

  @Override
  void append(DuckDBReadableVector vector, int rows) {
    if (size + rows >= starts.length) {
      starts = Arrays.copyOf(starts, Math.max(usualStarts, room(starts.length, size + rows + 1)));
    }
    VectorMemory memory = new VectorMemory(vector);
    memory.nulls(nulls, size, rows);
    int used = starts[size];
    for (int row = 0; row < rows; row++) {
      if (!nulls.get(size + row)) {
        int length = memory.textLength(row);
        makeRoom(used, length);
        memory.copyText(row, length, bytes, used);
        used += length;
      }
      starts[size + row + 1] = used;
    }
    size += rows;
  }

  private void makeRoom(int used, int length) {
    if (length < 0 || length > LARGEST - used) {
      throw new AlidadeException(
          ErrorCode.RESULT_TOO_LARGE,
          "Some rows hold more than 1 GB of text in one column; select a part of it, as with left()");
    }
    int needed = used + length + SLACK;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(usualBytes, room(bytes.length, needed)));
    }
  }

  @Override
  long characters() {
    return starts[size];
  }

  @Override
  TextValues build() {
    TextValues values = new TextValues(givenBytes(), givenStarts(), nulls);
    nulls = new BitSet();
    size = 0;
    return values;
  }

  private byte[] givenBytes() {
    int used = starts[size];
    byte[] given = isNearlyFull(bytes.length, used) ? bytes : Arrays.copyOf(bytes, used);
    // The next texts will be about as long.
    usualBytes = Math.min(LARGEST_KEPT, used + used / SPARE);
    bytes = new byte[SLACK];
    return given;
  }

  private int[] givenStarts() {
    if (!isNearlyFull(starts.length, size)) {
      return Arrays.copyOf(starts, size + 1);
    }
    int[] given = starts;
    usualStarts = given.length;
    starts = new int[1];
    return given;
  }
}
