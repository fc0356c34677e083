package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.ResultColumn;
import dev.alidade.operation.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every format must do; each is read back by another program. */
abstract class ExportFormatContract {
  @TempDir protected Path folder;

  abstract ExportFormat format();

  /** Fails unless another program reads {@link EveryType} in the file. */
  abstract void readBack(Path file) throws Exception;

  /** How many rows another program reads. */
  abstract long rowsIn(Path file) throws Exception;

  /** With which every value comes back as it was. */
  ExportOptions faithful() {
    return ExportOptions.USUAL;
  }

  @Test
  void everyValueOfEveryTypeComesBack() throws Exception {
    readBack(write("every", EveryType.COLUMNS, EveryType.rows(), faithful()));
  }

  @Test
  void aResultWithoutRowsIsAFileWithoutRows() throws Exception {
    assertThat(rowsIn(write("none", EveryType.COLUMNS, List.of(), faithful()))).isZero();
  }

  @Test
  void manyRowsAllArrive() throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (int turn = 0; turn < 300; turn++) {
      rows.addAll(EveryType.rows().subList(0, 10));
    }
    assertThat(rowsIn(write("many", EveryType.COLUMNS, rows, faithful()))).isEqualTo(3_000);
  }

  @Test
  void columnsOfOneNameBothArrive() throws Exception {
    List<ResultColumn> twice = List.of(EveryType.COLUMNS.get(1), EveryType.COLUMNS.get(1));
    Path file = write("twice", twice, List.<Object[]>of(new Object[] {1L, 2L}), faithful());
    assertThat(rowsIn(file)).isEqualTo(1);
  }

  @Test
  void itsOptionsAreKnownAndOthersAreRefused() throws IOException {
    assertThat(known()).containsAll(format().options());
    for (String option : known()) {
      ExportOptions given = given(option);
      if (format().options().contains(option)) {
        given.checkFor(format());
        continue;
      }
      assertThatThrownBy(() -> given.checkFor(format()))
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining("`" + option + "`");
    }
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    List<String> calls = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            calls.add("closed");
          }
        };
    format().write(EveryType.stream(EveryType.COLUMNS, EveryType.rows()), faithful(), out);
    assertThat(out.size()).isPositive();
    assertThat(calls).isEmpty();
  }

  Path write(String name, List<ResultColumn> columns, List<Object[]> rows, ExportOptions options)
      throws IOException {
    Path file = folder.resolve(name + "." + format().extension());
    try (var out = Files.newOutputStream(file)) {
      format().write(EveryType.stream(columns, rows), options, out);
    }
    return file;
  }

  static ExportOptions options(String json) throws IOException {
    return Json.mapper().readValue(json, ExportOptions.class);
  }

  private static List<String> known() {
    return Stream.of(ExportOptions.class.getRecordComponents())
        .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static ExportOptions given(String option) throws IOException {
    String value =
        switch (option) {
          case "delimiter" -> "\";\"";
          case "quote" -> "\"'\"";
          case "encoding" -> "\"utf_8_bom\"";
          case "decimal_mark" -> "\",\"";
          case "codec" -> "\"gzip\"";
          case "header", "keep_formulas", "pretty" -> "true";
          case "rows_per_sheet", "row_group_rows" -> "7";
          default -> "\"x\"";
        };
    return options("{\"%s\": %s}".formatted(option, value));
  }
}
