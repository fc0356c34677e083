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

  private byte[] bytes = new byte[SLACK];
  private int[] starts = new int[1];
  private BitSet nulls = new BitSet();
  private int size;

  @Override
  void append(DuckDBReadableVector vector, int rows) {
    if (size + rows >= starts.length) {
      starts = Arrays.copyOf(starts, room(starts.length, size + rows + 1));
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
      bytes = Arrays.copyOf(bytes, room(bytes.length, needed));
    }
  }

  @Override
  long characters() {
    return starts[size];
  }

  @Override
  TextValues build() {
    TextValues values =
        new TextValues(Arrays.copyOf(bytes, starts[size]), Arrays.copyOf(starts, size + 1), nulls);
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[SLACK];
    }
    nulls = new BitSet();
    size = 0;
    return values;
  }
}
