package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ExcelFormatTest extends ExportFormatContract {
  @Override
  ExportFormat format() {
    return new ExcelFormat();
  }

  @Override
  void readBack(Path file) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      for (int column = 0; column < EveryType.COLUMNS.size(); column++) {
        assertThat(sheet.getRow(0).getCell(column).getStringCellValue())
            .isEqualTo(EveryType.COLUMNS.get(column).name());
      }
      List<Object[]> rows = EveryType.rows();
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < EveryType.COLUMNS.size(); column++) {
          check(sheet.getRow(row + 1), column, rows.get(row)[column]);
        }
      }
    }
  }

  private static void check(Row row, int column, Object value) {
    Cell cell = row == null ? null : row.getCell(column);
    if (value == null) {
      assertThat(cell == null || cell.getCellType() == CellType.BLANK).isTrue();
      return;
    }
    String place = EveryType.COLUMNS.get(column).name() + " of row " + row.getRowNum();
    switch (value) {
      case Boolean truth -> assertThat(cell.getBooleanCellValue()).as(place).isEqualTo(truth);
      case Long number when Math.abs(number) < 1_000_000 && number != Long.MIN_VALUE ->
          assertThat(cell.getNumericCellValue()).as(place).isEqualTo((double) number);
      case Double number when Double.isFinite(number) ->
          assertThat(cell.getNumericCellValue()).as(place).isEqualTo(number);
      case BigDecimal number when number.precision() <= 15 -> {
        assertThat(cell.getNumericCellValue()).as(place).isEqualTo(number.doubleValue());
        assertThat(cell.getCellStyle().getDataFormatString()).as(place).isEqualTo("0.0000");
      }
      case LocalDate date -> {
        assertThat(DateUtil.isCellDateFormatted(cell)).as(place).isTrue();
        assertThat(cell.getLocalDateTimeCellValue()).as(place).isEqualTo(date.atStartOfDay());
      }
      case LocalTime time ->
          assertThat(cell.getLocalDateTimeCellValue().toLocalTime())
              .as(place)
              .isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
      case LocalDateTime time ->
          assertThat(cell.getLocalDateTimeCellValue()).as(place).isEqualTo(time);
      case OffsetDateTime time ->
          assertThat(cell.getLocalDateTimeCellValue())
              .as(place)
              .isEqualTo(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
      default -> {
        assertThat(cell.getCellType()).as(place).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue())
            .as(place)
            .isEqualTo(Shapes.text(EveryType.COLUMNS.get(column).type().kind(), value));
      }
    }
  }

  @Override
  long rowsIn(Path file) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      return workbook.getSheetAt(0).getLastRowNum();
    }
  }

  @Test
  void rowsThatASheetCannotHoldGoToTheNext() throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (long number = 1; number <= 25; number++) {
      rows.add(new Object[] {number});
    }
    Path file =
        write(
            "sheets",
            List.of(EveryType.column("n", TypeKind.INTEGER, "BIGINT")),
            rows,
            options("{\"rows_per_sheet\": 10, \"sheet\": \"numbers\"}"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      List<String> found = new ArrayList<>();
      for (Sheet sheet : workbook) {
        XSSFSheet known = (XSSFSheet) sheet;
        found.add(
            "%s %s %d %.0f"
                .formatted(
                    known.getSheetName(),
                    known.getRow(0).getCell(0),
                    known.getLastRowNum(),
                    known.getRow(1).getCell(0).getNumericCellValue()));
      }
      assertThat(found).containsExactly("numbers n 10 1", "numbers 2 n 10 11", "numbers 3 n 5 21");
    }
  }

  @Test
  void moreThanAMillionRowsStandOnTwoSheets() throws Exception {
    long rows = 1_048_580;
    Path file = folder.resolve("million.xlsx");
    try (var out = Files.newOutputStream(file)) {
      new ExcelFormat().write(new Counted(rows), out);
    }
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      String second =
          DuckDbReader.utf8(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes());
      assertThat(second.split("<row ", -1)).hasSize(1 + 1 + 5);
      assertThat(second).contains("<v>1048576</v>", "<v>1048580</v>");
    }
  }

  @Test
  void noTextIsAFormula() throws Exception {
    Path file =
        write(
            "formula",
            List.of(EveryType.column("t", TypeKind.TEXT, "TEXT")),
            List.<Object[]>of(
                new Object[] {"=HYPERLINK(\"http://x\")"}, new Object[] {"_x0041_\1"}),
            ExportOptions.USUAL);
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).startsWith("=HYPERLINK");
      assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
          .isEqualTo("_x0041_\1");
    }
  }

  @Test
  void aTextThatNoCellHoldsIsRefused() {
    assertThatThrownBy(
            () ->
                write(
                    "long",
                    List.of(EveryType.column("t", TypeKind.TEXT, "TEXT")),
                    List.<Object[]>of(new Object[] {"x".repeat(32_768)}),
                    ExportOptions.USUAL))
        .hasMessageContaining("Column `t`")
        .hasMessageContaining("32,767");
  }
}
