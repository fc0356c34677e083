package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.Batch;
import dev.alidade.engine.duckdb.run.ColumnBatch;
import dev.alidade.engine.duckdb.run.ColumnValues;
import java.util.ArrayList;
import java.util.List;

/** Rows on the wire, column by column: numbers as the arrays that they are, the rest tagged. */
final class BatchCodec {
  private static final int LONGS = 0;
  private static final int DOUBLES = 1;
  private static final int OBJECTS = 2;

  private BatchCodec() {}

  static void write(Batch batch, int columns, Encoder encoder) {
    encoder.integer(batch.rows()).integer(columns);
    for (int column = 0; column < columns; column++) {
      if (batch instanceof ColumnBatch own) {
        write(own.columns().get(column), batch.rows(), encoder);
        continue;
      }
      encoder.integer(OBJECTS);
      for (int row = 0; row < batch.rows(); row++) {
        encoder.value(batch.value(column, row));
      }
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
      case ColumnValues.Longs longs -> longs.write(encoder.integer(LONGS).room(longs.size()));
      case ColumnValues.Doubles doubles ->
          doubles.write(encoder.integer(DOUBLES).room(doubles.size()));
      case ColumnValues.Objects objects -> {
        encoder.integer(OBJECTS);
        for (int row = 0; row < rows; row++) {
          encoder.value(objects.value(row));
        }
      }
    }
  }

  private static ColumnValues readColumn(Decoder decoder, int rows) {
    return switch (decoder.integer()) {
      case LONGS -> ColumnValues.Longs.read(decoder.rest(), rows);
      case DOUBLES -> ColumnValues.Doubles.read(decoder.rest(), rows);
      case OBJECTS -> {
        Object[] values = new Object[Math.min(rows, decoder.rest().remaining())];
        for (int row = 0; row < rows; row++) {
          values[row] = decoder.value();
        }
        yield new ColumnValues.Objects(values);
      }
      default -> throw new IllegalStateException("no column has this form");
    };
  }
}
