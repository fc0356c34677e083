package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

/**
 * Arrow is read back by its own reader: what else reads it here has no reader without a network.
 */
class ArrowFormatTest extends ExportFormatContract {
  @Override
  ExportFormat format() {
    return new ArrowFormat();
  }

  @Override
  void readBack(Path file) throws Exception {
    List<Object[]> found = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowStreamReader reader = new ArrowStreamReader(Files.newInputStream(file), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      assertThat(root.getSchema().getFields().stream().map(field -> field.getType().toString()))
          .startsWith(
              "Bool",
              "Int(64, true)",
              "Decimal(18, 4, 128)",
              "Decimal(38, 10, 128)",
              "FloatingPoint(DOUBLE)",
              "Utf8",
              "Date(DAY)",
              "Time(MICROSECOND, 64)",
              "Timestamp(MICROSECOND, null)",
              "Timestamp(MICROSECOND, UTC)");
      while (reader.loadNextBatch()) {
        for (int row = 0; row < root.getRowCount(); row++) {
          Object[] values = new Object[EveryType.COLUMNS.size()];
          for (int column = 0; column < values.length; column++) {
            values[column] = root.getVector(column).getObject(row);
          }
          found.add(values);
        }
      }
    }
    List<Object[]> rows = EveryType.rows();
    assertThat(found).hasSameSizeAs(rows);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < EveryType.COLUMNS.size(); column++) {
        Object expected = rows.get(row)[column];
        Object value = found.get(row)[column];
        boolean same = column <= 4 || column == 11;
        assertThat(same || value == null ? value : plain(value))
            .isEqualTo(same || expected == null ? expected : plain(column, expected));
      }
    }
  }

  private static String plain(Object value) {
    return value.toString();
  }

  private static String plain(int column, Object value) {
    return switch (value) {
      case java.time.LocalDate date -> Long.toString(date.toEpochDay());
      case java.time.LocalTime time -> Long.toString(time.toNanoOfDay() / 1_000);
      case java.time.LocalDateTime time -> time.toString();
      case java.time.OffsetDateTime time ->
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
