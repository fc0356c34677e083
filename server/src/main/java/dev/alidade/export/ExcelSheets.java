package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.DataType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows in the sheets of a workbook: texts are texts, whatever they begin with. */
final class ExcelSheets {
  private static final int LONGEST_TEXT = 32_767;
  private static final int MOST_COLUMNS = 16_384;
  private static final int EXACT_DIGITS = 15;
  private static final long LARGEST_EXACT = 999_999_999_999_999L;
  private static final BigInteger WIDEST_EXACT = BigInteger.valueOf(LARGEST_EXACT);
  private static final int FLUSH_EVERY = 1_000;
  private static final double NANOS_OF_DAY = 86_400e9;

  /** Days are counted right from here on: Excel takes 1900 for a leap year. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Workbook workbook;
  private final List<ResultColumn> columns;
  private final boolean header;
  private final Supplier<String> names;
  private final int rowsPerSheet;
  private final ExcelFormats formats;
  private Worksheet sheet;
  private int sheets;
  private int inSheet;

  /** {@code names} gives the names of the sheets that the rows need, the first one first. */
  ExcelSheets(
      Workbook workbook, List<ResultColumn> columns, ExportOptions options, Supplier<String> names)
      throws IOException {
    if (columns.size() > MOST_COLUMNS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A sheet of Excel has at most %,d columns, not %,d; select fewer"
              .formatted(MOST_COLUMNS, columns.size()));
    }
    this.workbook = workbook;
    this.columns = List.copyOf(columns);
    this.header = options.header().orElse(true);
    this.names = names;
    this.rowsPerSheet = options.rowsPerSheet().orElse(ExportOptions.MOST_SHEET_ROWS);
    this.formats = new ExcelFormats(columns.size());
    begin();
  }

  private void begin() throws IOException {
    if (sheets > 0) {
      finish();
    }
    sheets++;
    inSheet = 0;
    sheet = workbook.newWorksheet(names.get());
    if (!header) {
      return;
    }
    for (int column = 0; column < columns.size(); column++) {
      text(0, column, columns.get(column).name());
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  /** Ends the last sheet. */
  void finish() throws IOException {
    formats.set(sheet);
    sheet.finish();
  }

  void add(Batch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      if (inSheet == rowsPerSheet) {
        begin();
      }
      int line = inSheet + (header ? 1 : 0);
      for (int column = 0; column < columns.size(); column++) {
        if (!batch.isNull(column, row)) {
          cell(line, column, batch.value(column, row));
        }
      }
      inSheet++;
      if (inSheet % FLUSH_EVERY == 0) {
        formats.set(sheet);
        sheet.flush();
      }
    }
  }

  private void cell(int row, int column, Object value) {
    DataType type = columns.get(column).type();
    switch (value) {
      case Boolean truth -> sheet.value(row, column, truth);
      case Long number when number <= LARGEST_EXACT && number >= -LARGEST_EXACT ->
          sheet.value(row, column, number);
      // What engines sum is wider than it need be.
      case BigInteger number when number.abs().compareTo(WIDEST_EXACT) <= 0 ->
          sheet.value(row, column, number.longValue());
      case Double number when Double.isFinite(number) -> sheet.value(row, column, number);
      case BigDecimal number when number.precision() <= EXACT_DIGITS ->
          decimal(row, column, number);
      case LocalDate date when isOnCalendar(date) -> {
        sheet.value(row, column, date);
        formats.add(sheet, row, column, "yyyy-mm-dd");
      }
      case LocalTime time -> {
        sheet.value(row, column, time.toNanoOfDay() / NANOS_OF_DAY);
        formats.add(sheet, row, column, "hh:mm:ss");
      }
      case LocalDateTime time when isOnCalendar(time.toLocalDate()) -> moment(row, column, time);
      case OffsetDateTime time when isOnCalendar(time.toLocalDate()) ->
          moment(row, column, time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
      default -> text(row, column, Shapes.text(type.kind(), value));
    }
  }

  private void decimal(int row, int column, BigDecimal number) {
    sheet.value(row, column, number);
    int places = Math.max(0, number.scale());
    formats.add(sheet, row, column, places == 0 ? "0" : "0." + "0".repeat(places));
  }

  private void moment(int row, int column, LocalDateTime time) {
    sheet.value(row, column, time);
    formats.add(sheet, row, column, "yyyy-mm-dd hh:mm:ss");
  }

  private static boolean isOnCalendar(LocalDate date) {
    return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
  }

  private void text(int row, int column, String value) {
    String written = ExcelText.escape(value);
    if (value.length() > LONGEST_TEXT) {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "Column `%s` holds a text of %,d characters, and a cell of Excel at most %,d; shorten it in the SQL, or take another format"
              .formatted(columns.get(column).name(), value.length(), LONGEST_TEXT));
    }
    sheet.inlineString(row, column, written);
  }
}
