package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.ResultColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

class ArrowFormatTest extends ExportFormatContract {
  @Override
  ExportFormat format() {
    return new ArrowFormat();
  }

  @Override
  void readBack(Path file) throws Exception {
    List<List<String>> found = NodeArrow.rows(file);
    assertThat(found.get(0)).isEqualTo(EveryType.COLUMNS.stream().map(ResultColumn::name).toList());
    assertThat(found.get(1))
        .containsExactly(
            "Bool",
            "Int64",
            "Decimal[18e+4]",
            "Decimal[38e+10]",
            "Float64",
            "Utf8",
            "Date32<DAY>",
            "Time64<MICROSECOND>",
            "Timestamp<MICROSECOND>",
            "Timestamp<MICROSECOND, UTC>",
            "Utf8",
            "Binary",
            "Utf8",
            "Utf8",
            "Utf8",
            "Utf8",
            "Utf8",
            "Utf8");
    List<Object[]> rows = EveryType.rows();
    assertThat(found).hasSize(2 + rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < EveryType.COLUMNS.size(); column++) {
        assertThat(found.get(2 + row).get(column))
            .as(EveryType.COLUMNS.get(column).name() + " of row " + row)
            .isEqualTo(plain(column, rows.get(row)[column]));
      }
    }
  }

  private static String plain(int column, Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> Long.toHexString(Double.doubleToLongBits(number));
      case LocalDate date -> Long.toString(date.toEpochDay());
      case LocalTime time -> Long.toString(time.toNanoOfDay() / 1_000);
      case LocalDateTime time -> plain(column, time.atOffset(ZoneOffset.UTC));
      case OffsetDateTime time ->
          Long.toString(time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000);
      default -> Shapes.text(EveryType.COLUMNS.get(column).type().kind(), value);
    };
  }

  @Override
  long rowsIn(Path file) throws Exception {
    try (BufferAllocator allocator = new RootAllocator();
        ArrowStreamReader reader = new ArrowStreamReader(Files.newInputStream(file), allocator)) {
      long rows = 0;
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
      return rows;
    }
  }
}
