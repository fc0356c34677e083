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
import dev.alidade.query.Cells;
import dev.alidade.query.TextBytes;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Rows of fields between delimiters, after RFC 4180, written as bytes. */
final class DelimitedText {
  static final List<String> OPTIONS =
      List.of("delimiter", "quote", "encoding", "nulls", "decimal_mark", "header", "keep_formulas");

  private static final int PIECE = 1 << 16;

  private final DelimitedMarks marks;
  private final EncodedText encoded;
  private final boolean header;
  private final boolean keepFormulas;
  private final TextBytes text = new TextBytes(2 * PIECE);

  /** Appends one value that is not NULL. */
  @FunctionalInterface
  private interface Cell {
    void append(int row) throws CharacterCodingException;
  }

  /** One column of a batch; {@code seen} where its text may need quotes. */
  private record Field(ColumnValues values, Cell cell, boolean seen) {}

  DelimitedText(char usualDelimiter, ExportOptions options) {
    marks = new DelimitedMarks(usualDelimiter, options);
    encoded = new EncodedText(options.encoding().orElse(TextEncoding.UTF_8));
    header = options.header().orElse(true);
    keepFormulas = options.keepFormulas().orElse(false);
  }

  void write(ResultStream result, OutputStream out) throws IOException {
    List<ResultColumn> columns = result.columns();
    text.add(encoded.mark());
    try {
      if (header) {
        appendHeader(columns);
      }
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        appendRows(columns, batch.get(), out);
        // At once, for who reads a stream waits for its rows, and they may end at any of them.
        encoded.send(text, out);
      }
      encoded.send(text, out);
    } catch (CharacterCodingException unknown) {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "The rows hold a character that %s does not have; take `encoding` utf_8 or utf_8_bom"
              .formatted(encoded.charset()),
          unknown);
    }
  }

  private void appendHeader(List<ResultColumn> columns) throws IOException {
    for (int column = 0; column < columns.size(); column++) {
      separate(column);
      int start = text.size();
      appendWords(columns.get(column).name());
      marks.quote(text, start);
    }
    text.add('\r').add('\n');
  }

  private void appendRows(List<ResultColumn> columns, Batch batch, OutputStream out)
      throws IOException {
    Field[] fields = new Field[columns.size()];
    for (int column = 0; column < fields.length; column++) {
      fields[column] = field(columns.get(column).type().kind(), batch.column(column));
    }
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < fields.length; column++) {
        separate(column);
        append(fields[column], row);
      }
      text.add('\r').add('\n');
      if (text.size() > PIECE) {
        encoded.send(text, out);
      }
    }
  }

  private void append(Field field, int row) throws CharacterCodingException {
    if (field.values().isNull(row)) {
      marks.appendNull(text);
      return;
    }
    int start = text.size();
    field.cell().append(row);
    if (field.seen()) {
      marks.quote(text, start);
    }
  }

  private Field field(TypeKind kind, ColumnValues values) {
    boolean odd = !marks.isPlain();
    return switch (values) {
      case LongValues longs -> new Field(values, cell(longs), odd);
      case DoubleValues doubles -> {
        double[] numbers = doubles.numbers();
        yield new Field(values, number(row -> text.add(numbers[row])), odd);
      }
      case TextValues texts -> {
        byte[] bytes = texts.bytes();
        int[] starts = texts.starts();
        Cell cell = row -> appendWords(bytes, starts[row], starts[row + 1] - starts[row]);
        yield new Field(values, cell, true);
      }
      case ObjectValues _, CellValues _ ->
          new Field(values, row -> appendObject(kind, values.value(row)), true);
    };
  }

  private Cell cell(LongValues longs) {
    long[] numbers = longs.numbers();
    int scale = longs.scale();
    return switch (longs.meaning()) {
      case INTEGER -> row -> text.add(numbers[row]);
      case DECIMAL -> number(row -> text.addDecimal(numbers[row], scale));
      case TRUTH -> row -> text.add(Boolean.toString(numbers[row] != 0));
      case DAYS -> row -> text.addDate(numbers[row]);
      case MICROS -> row -> text.addMoment(numbers[row]);
      case MICROS_UTC -> row -> text.addMoment(numbers[row]).add('Z');
    };
  }

  private Cell number(Cell cell) {
    if (marks.hasPoint()) {
      return cell;
    }
    return row -> {
      int start = text.size();
      cell.append(row);
      marks.replacePoint(text, start);
    };
  }

  private void appendObject(TypeKind kind, Object value) throws CharacterCodingException {
    int start = text.size();
    switch (value) {
      case Long number -> text.add(number.longValue());
      case Double number -> text.add(number.doubleValue());
      case Number number -> text.add(Cells.toText(number));
      case String words -> appendWords(words);
      case LocalDate date -> text.addDate(date.toEpochDay());
      case LocalTime time -> text.add(time);
      case LocalDateTime time -> text.add(time);
      case OffsetDateTime time -> text.add(time);
      default -> text.add(encoded.checked(Shapes.text(kind, value)));
    }
    if (value instanceof Number && !marks.hasPoint()) {
      marks.replacePoint(text, start);
    }
  }

  private void appendWords(String words) throws CharacterCodingException {
    byte[] bytes = encoded.checked(words).getBytes(StandardCharsets.UTF_8);
    appendWords(bytes, 0, bytes.length);
  }

  /** What a spreadsheet would take for a formula is a text to it behind an apostrophe. */
  private void appendWords(byte[] bytes, int from, int length) {
    if (!keepFormulas && Formulas.isFormula(bytes, from, length)) {
      text.add('\'');
    }
    text.add(bytes, from, length);
  }

  private void separate(int column) {
    if (column > 0) {
      marks.separate(text);
    }
  }
}
