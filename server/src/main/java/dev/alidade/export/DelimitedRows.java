package dev.alidade.export;

import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.ResultColumn;
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

/** Rows of one stretch of a batch as bytes; used by one thread at a time. */
final class DelimitedRows {
  private static final int USUAL = 1 << 17;

  private final DelimitedMarks marks;
  private final EncodedText encoded;
  private final boolean keepFormulas;
  private final TextBytes text = new TextBytes(USUAL);
  private Field[] fields = {};

  /** Appends one value that is not NULL. */
  @FunctionalInterface
  private interface Cell {
    void append(int row) throws CharacterCodingException;
  }

  /** One column of a batch; {@code seen} where its text may need quotes. */
  private record Field(ColumnValues values, Cell cell, boolean seen) {}

  DelimitedRows(DelimitedMarks marks, EncodedText encoded, boolean keepFormulas) {
    this.marks = marks;
    this.encoded = encoded;
    this.keepFormulas = keepFormulas;
  }

  void appendMark() {
    text.add(encoded.mark());
  }

  void appendHeader(List<ResultColumn> columns) throws CharacterCodingException {
    for (int column = 0; column < columns.size(); column++) {
      separate(column);
      int start = text.size();
      appendWords(columns.get(column).name());
      marks.quote(text, start);
    }
    text.add('\r').add('\n');
  }

  /** The columns that rows are then taken from. */
  void open(List<ResultColumn> columns, List<ColumnValues> values) {
    fields = new Field[columns.size()];
    for (int column = 0; column < fields.length; column++) {
      fields[column] = field(columns.get(column).type().kind(), values.get(column));
    }
  }

  /** Appends rows until there are {@code most} bytes; says where it stopped. */
  int append(int from, int to, int most) throws CharacterCodingException {
    int row = from;
    while (row < to && text.size() < most) {
      for (int column = 0; column < fields.length; column++) {
        separate(column);
        append(fields[column], row);
      }
      text.add('\r').add('\n');
      row++;
    }
    return row;
  }

  /** Writes what there is, and forgets it. */
  void send(OutputStream out) throws IOException {
    encoded.send(text, out);
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
