package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.TextValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of fields between delimiters, after RFC 4180, written as bytes: the two halves of a large
 * batch by two threads.
 */
final class DelimitedText {
  static final List<String> OPTIONS =
      List.of("delimiter", "quote", "encoding", "nulls", "decimal_mark", "header", "keep_formulas");

  private static final int PIECE = 1 << 16;
  private static final int LARGE_BATCH = 4_096;
  private static final long MOST_TEXT = 4L * 1024 * 1024;

  private final EncodedText encoded;
  private final boolean header;
  private final DelimitedRows first;
  private final DelimitedRows second;

  DelimitedText(char usualDelimiter, ExportOptions options) {
    DelimitedMarks marks = new DelimitedMarks(usualDelimiter, options);
    boolean keepFormulas = options.keepFormulas().orElse(false);
    encoded = new EncodedText(options.encoding().orElse(TextEncoding.UTF_8));
    header = options.header().orElse(true);
    first = new DelimitedRows(marks, encoded, keepFormulas);
    second = new DelimitedRows(marks, encoded, keepFormulas);
  }

  void write(ResultStream result, OutputStream out) throws IOException {
    List<ResultColumn> columns = result.columns();
    first.appendMark();
    try (Behind behind = new Behind("csv")) {
      if (header) {
        first.appendHeader(columns);
      }
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        write(columns, batch.get(), behind, out);
      }
      first.send(out);
    } catch (CharacterCodingException unknown) {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "The rows hold a character that %s does not have; take `encoding` utf_8 or utf_8_bom"
              .formatted(encoded.charset()),
          unknown);
    }
  }

  /** At once, for who reads a stream waits for its rows, and they may end at any of them. */
  private void write(List<ResultColumn> columns, Batch batch, Behind behind, OutputStream out)
      throws IOException {
    int rows = batch.rows();
    List<ColumnValues> values = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      values.add(batch.column(column));
    }
    first.open(columns, values);
    if (rows < LARGE_BATCH || !canBeHalved(values, rows)) {
      for (int row = 0; row < rows; ) {
        row = first.append(row, rows, PIECE);
        first.send(out);
      }
      return;
    }
    second.open(columns, values);
    int half = rows / 2;
    behind.start(() -> second.append(half, rows, Integer.MAX_VALUE));
    first.append(0, half, Integer.MAX_VALUE);
    behind.await();
    first.send(out);
    second.send(out);
  }

  /** Whether all columns are arrays, which two threads may read, and their text is not too long. */
  private static boolean canBeHalved(List<ColumnValues> values, int rows) {
    long text = 0;
    for (ColumnValues column : values) {
      switch (column) {
        case LongValues _, DoubleValues _ -> {
          continue;
        }
        case TextValues texts -> text += texts.starts()[rows] - texts.starts()[0];
        case ObjectValues _, CellValues _ -> {
          return false;
        }
      }
    }
    return text <= MOST_TEXT;
  }
}
