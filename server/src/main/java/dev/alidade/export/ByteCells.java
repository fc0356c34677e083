package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.TextValues;
import dev.alidade.query.TextBytes;
import dev.alidade.sql.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.function.Function;

/**
 * The values of a column as bytes, one behind the other: texts in UTF-8, and what has no number.
 */
final class ByteCells {
  private static final int USUAL = 256;

  private final Function<Object, byte[]> encoder;
  private final boolean isText;

  private ByteCells(Function<Object, byte[]> encoder, boolean isText) {
    this.encoder = encoder;
    this.isText = isText;
  }

  /** Every value as plain text. */
  static ByteCells text(TypeKind kind) {
    return new ByteCells(value -> Shapes.text(kind, value).getBytes(StandardCharsets.UTF_8), true);
  }

  /** What {@code encoder} makes of each value. */
  static ByteCells by(Function<Object, byte[]> encoder) {
    return new ByteCells(encoder, false);
  }

  /** The first rows. */
  TextValues of(ColumnValues values, int rows) {
    if (isText && values instanceof TextValues texts) {
      return texts;
    }
    TextBytes bytes = new TextBytes(USUAL);
    int[] starts = new int[rows + 1];
    BitSet nulls = new BitSet();
    for (int row = 0; row < rows; row++) {
      if (values.isNull(row)) {
        nulls.set(row);
      } else {
        byte[] value = encoder.apply(values.value(row));
        bytes.add(value, 0, value.length);
      }
      starts[row + 1] = bytes.size();
    }
    return new TextValues(bytes.array(), starts, nulls);
  }
}
