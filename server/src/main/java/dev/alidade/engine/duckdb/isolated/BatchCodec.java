package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.Batch;
import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.TextValues;
import dev.alidade.engine.duckdb.run.ColumnBatch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rows on the wire, column by column: numbers and texts as the arrays that they are, the rest
 * tagged.
 */
final class BatchCodec {
  private static final int LONGS = 0;
  private static final int DOUBLES = 1;
  private static final int OBJECTS = 2;
  private static final int TEXTS = 3;

  private BatchCodec() {}

  static void write(Batch batch, int columns, Encoder encoder) {
    encoder.integer(batch.rows()).integer(columns);
    for (int column = 0; column < columns; column++) {
      write(batch.column(column), batch.rows(), encoder);
    }
  }

  static Batch read(Decoder decoder) {
    int rows = decoder.integer();
    int columns = decoder.count();
    List<ColumnValues> values = new ArrayList<>(columns);
    for (int column = 0; column < columns; column++) {
      values.add(readColumn(decoder, rows));
    }
    return new ColumnBatch(rows, values);
  }

  private static void write(ColumnValues column, int rows, Encoder encoder) {
    switch (column) {
      case LongValues longs -> {
        encoder.integer(LONGS).text(longs.meaning().name()).integer(longs.scale());
        Nulls.write(longs.nulls(), encoder.room(Nulls.size(longs.nulls())));
        ByteBuffer to = encoder.room(rows * Long.BYTES);
        to.asLongBuffer().put(longs.numbers(), 0, rows);
        to.position(to.position() + rows * Long.BYTES);
      }
      case DoubleValues doubles -> {
        encoder.integer(DOUBLES);
        Nulls.write(doubles.nulls(), encoder.room(Nulls.size(doubles.nulls())));
        ByteBuffer to = encoder.room(rows * Double.BYTES);
        to.asDoubleBuffer().put(doubles.numbers(), 0, rows);
        to.position(to.position() + rows * Double.BYTES);
      }
      case TextValues texts -> {
        encoder.integer(TEXTS);
        Nulls.write(texts.nulls(), encoder.room(Nulls.size(texts.nulls())));
        for (int row = 0; row < rows; row++) {
          encoder.integer(texts.starts()[row + 1] - texts.starts()[row]);
        }
        int from = texts.starts()[0];
        int length = texts.starts()[rows] - from;
        encoder.integer(length).room(length).put(texts.bytes(), from, length);
      }
      case ObjectValues _, CellValues _ -> {
        encoder.integer(OBJECTS);
        for (int row = 0; row < rows; row++) {
          encoder.value(column.value(row));
        }
      }
    }
  }

  private static ColumnValues readColumn(Decoder decoder, int rows) {
    return switch (decoder.integer()) {
      case LONGS -> readLongs(decoder, rows);
      case DOUBLES -> readDoubles(decoder.rest(), rows);
      case TEXTS -> readTexts(decoder, rows);
      case OBJECTS -> {
        Object[] values = new Object[Math.min(rows, decoder.rest().remaining())];
        for (int row = 0; row < rows; row++) {
          values[row] = decoder.value();
        }
        yield new ObjectValues(values);
      }
      default -> throw new IllegalStateException("no column has this form");
    };
  }

  private static LongValues readLongs(Decoder decoder, int rows) {
    LongValues.Meaning meaning = LongValues.Meaning.valueOf(decoder.text());
    int scale = decoder.integer();
    ByteBuffer from = decoder.rest();
    BitSet nulls = Nulls.read(from);
    long[] numbers = new long[Nulls.within(from, rows, Long.BYTES)];
    from.asLongBuffer().get(numbers);
    from.position(from.position() + rows * Long.BYTES);
    return new LongValues(meaning, scale, numbers, nulls);
  }

  private static DoubleValues readDoubles(ByteBuffer from, int rows) {
    BitSet nulls = Nulls.read(from);
    double[] numbers = new double[Nulls.within(from, rows, Double.BYTES)];
    from.asDoubleBuffer().get(numbers);
    from.position(from.position() + rows * Double.BYTES);
    return new DoubleValues(numbers, nulls);
  }

  private static TextValues readTexts(Decoder decoder, int rows) {
    ByteBuffer from = decoder.rest();
    BitSet nulls = Nulls.read(from);
    int[] starts = new int[Nulls.within(from, rows, Integer.BYTES) + 1];
    for (int row = 0; row < rows; row++) {
      int length = from.getInt();
      if (length < 0) {
        throw new IllegalStateException("no text is shorter than none");
      }
      starts[row + 1] = Math.addExact(starts[row], length);
    }
    byte[] bytes = new byte[decoder.count()];
    if (starts[rows] != bytes.length) {
      throw new IllegalStateException("the texts are not as long as they say");
    }
    from.get(bytes);
    return new TextValues(bytes, starts, nulls);
  }
}
