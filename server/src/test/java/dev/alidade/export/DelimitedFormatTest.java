package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DelimitedFormatTest {
  /** What DuckDB and Python make of a file. */
  abstract static class Contract extends ExportFormatContract {
    abstract char delimiter();

    @Override
    ExportOptions faithful() {
      try {
        return options("{\"keep_formulas\": true}");
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }

    private String table(Path file, int columns) {
      List<String> texts = java.util.Collections.nCopies(columns, "VARCHAR");
      return "read_csv('%s', auto_detect = false, header = true, delim = '%s', quote = '\"', escape = '\"', allow_quoted_nulls = false, max_line_size = 1000000, columns = {%s})"
          .formatted(
              file,
              delimiter(),
              DuckDbReader.columns(texts).replaceAll("(c\\d+) (\\w+)", "$1: '$2'"));
    }

    @Override
    void readBack(Path file) throws Exception {
      try (DuckDbReader reader = new DuckDbReader()) {
        String casts =
            DuckDbReader.casts(column -> column == 11 ? "from_base64(c11)" : "c" + column);
        assertThat(
                reader.differences(
                    "SELECT %s FROM %s".formatted(casts, table(file, EveryType.COLUMNS.size()))))
            .isEmpty();
      }
      assertThat(Python.rows("csv.py", file, String.valueOf(delimiter())))
          .isEqualTo(Python.expected(EveryType.rows(), ""));
    }

    @Override
    long rowsIn(Path file) throws Exception {
      return Python.rows("csv.py", file, String.valueOf(delimiter())).size() - 1L;
    }
  }

  @Nested
  class Csv extends Contract {
    @Override
    ExportFormat format() {
      return new CsvFormat();
    }

    @Override
    char delimiter() {
      return ',';
    }

    @Test
    void whatASpreadsheetWouldRunStandsBehindAnApostrophe() throws IOException {
      assertThat(texts("=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "a=1"))
          .containsExactly("'=1+1", "'+1+1", "'-1-1", "'@SUM(A1)", "'\t=1", "\"'\r=1\"", "a=1");
    }

    @Test
    void numbersAreNeverTouched() throws IOException {
      assertThat(texts("-5", "+4.25", "-1,5")).containsExactly("-5", "+4.25", "\"-1,5\"");
      Path file =
          write(
              "number",
              List.of(EveryType.column("n", TypeKind.INTEGER, "BIGINT")),
              List.<Object[]>of(new Object[] {-5L}),
              ExportOptions.USUAL);
      assertThat(Files.readString(file)).isEqualTo("n\r\n-5\r\n");
    }

    @Test
    void aColumnsNameIsNoFormulaEither() throws IOException {
      Path file =
          write(
              "name",
              List.of(EveryType.column("=cmd|' /C calc'!A0", TypeKind.TEXT, "TEXT")),
              List.of(),
              ExportOptions.USUAL);
      assertThat(Files.readString(file)).startsWith("'=cmd");
    }

    @Test
    void everyOptionChangesWhatItSays() throws IOException {
      Path file =
          write(
              "options",
              List.of(
                  EveryType.column("n", TypeKind.DECIMAL, "DECIMAL(5,2)"),
                  EveryType.column("t", TypeKind.TEXT, "TEXT")),
              List.<Object[]>of(
                  new Object[] {new java.math.BigDecimal("-1.50"), "a;'b"},
                  new Object[] {null, "NA"}),
              options(
                  """
                  {"delimiter": ";", "quote": "'", "nulls": "NA", "decimal_mark": ",",
                   "header": false, "encoding": "utf_8_bom"}"""));
      assertThat(Files.readString(file)).isEqualTo("\uFEFF-1,50;'a;''b'\r\nNA;'NA'\r\n");
    }

    @Test
    void encodingsAreThoseNamed() throws IOException {
      var column = List.of(EveryType.column("t", TypeKind.TEXT, "TEXT"));
      Path latin =
          write(
              "latin",
              column,
              List.<Object[]>of(new Object[] {"é€"}),
              options("{\"encoding\": \"windows_1252\"}"));
      assertThat(Files.readAllBytes(latin)).endsWith(0xe9, 0x80, '\r', '\n');
      Path wide =
          write(
              "wide",
              column,
              List.<Object[]>of(new Object[] {"é"}),
              options("{\"encoding\": \"utf_16le_bom\"}"));
      assertThat(Files.readString(wide, StandardCharsets.UTF_16)).isEqualTo("t\r\né\r\n");
      assertThatThrownBy(
              () ->
                  write(
                      "none",
                      column,
                      List.<Object[]>of(new Object[] {"日本"}),
                      options("{\"encoding\": \"iso_8859_1\"}")))
          .hasMessageContaining("ISO-8859-1")
          .hasMessageContaining("utf_8");
    }

    @Test
    void marksOfSeveralBytesStandWhereTheyShould() throws IOException {
      Path file =
          write(
              "wide-marks",
              List.of(
                  EveryType.column("a", TypeKind.TEXT, "TEXT"),
                  EveryType.column("b§c", TypeKind.DECIMAL, "DECIMAL(5,2)")),
              List.of(
                  new Object[] {"x¦y", new java.math.BigDecimal("-0.05")},
                  new Object[] {"ö§¦", new java.math.BigDecimal("12.00")},
                  new Object[] {"\u00c2\u00a7 no mark: \u00c3", null}),
              options("{\"delimiter\": \"¦\", \"quote\": \"§\"}"));
      assertThat(Files.readString(file))
          .isEqualTo("a¦§b§§c§\r\n§x¦y§¦-0.05\r\n§ö§§¦§¦12.00\r\n§\u00c2§§ no mark: \u00c3§¦\r\n");
    }

    @Test
    void aNumberThatReadsAsTheTextForNullIsQuoted() throws IOException {
      Path file =
          write(
              "zero",
              List.of(EveryType.column("n", TypeKind.INTEGER, "BIGINT")),
              List.of(new Object[] {0L}, new Object[] {null}, new Object[] {10L}),
              options("{\"nulls\": \"0\"}"));
      assertThat(Files.readString(file)).isEqualTo("n\r\n\"0\"\r\n0\r\n10\r\n");
    }

    @Test
    void halfACharacterIsNoCharacterOfANarrowEncoding() throws IOException {
      var column = List.of(EveryType.column("t", TypeKind.TEXT, "TEXT"));
      List<Object[]> half = List.<Object[]>of(new Object[] {"a\ud83d"});
      assertThatThrownBy(
              () -> write("half", column, half, options("{\"encoding\": \"windows_1252\"}")))
          .hasMessageContaining("windows-1252");
      assertThat(Files.readString(write("half", column, half, ExportOptions.USUAL)))
          .isEqualTo("t\r\na?\r\n");
    }

    @Test
    void marksThatCannotBeToldApartAreRefused() {
      assertThatThrownBy(
              () -> write("x", List.of(), List.of(), options("{\"decimal_mark\": \",\"}")))
          .hasMessageContaining("must differ");
      assertThatThrownBy(() -> options("{\"delimiter\": \"ab\"}"))
          .hasMessageContaining("`delimiter`");
      assertThatThrownBy(() -> options("{\"quote\": \"\\n\"}")).hasMessageContaining("`quote`");
    }

    private List<String> texts(String... values) throws IOException {
      List<Object[]> rows = Stream.of(values).map(value -> new Object[] {value}).toList();
      Path file =
          write(
              "texts",
              List.of(EveryType.column("t", TypeKind.TEXT, "TEXT")),
              rows,
              ExportOptions.USUAL);
      return List.of(Files.readString(file).substring("t\r\n".length()).split("\r\n"));
    }
  }

  @Nested
  class Tsv extends Contract {
    @Override
    ExportFormat format() {
      return new TsvFormat();
    }

    @Override
    char delimiter() {
      return '\t';
    }
  }
}
