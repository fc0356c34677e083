package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.ResultColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlFormatTest extends ExportFormatContract {
  private static final int BYTES = 11;

  @Override
  ExportFormat format() {
    return new SqlFormat();
  }

  @Override
  void readBack(Path file) throws Exception {
    List<ResultColumn> columns = new ArrayList<>(EveryType.COLUMNS);
    columns.remove(BYTES);
    List<Object[]> rows = EveryType.rows().stream().map(SqlFormatTest::withoutBytes).toList();
    Path standard = write("standard", columns, rows, ExportOptions.USUAL);
    try (DuckDbReader reader = new DuckDbReader()) {
      reader.run(Files.readString(standard));
      reader.run("ALTER TABLE truth DROP c%d".formatted(BYTES));
      assertThat(reader.rows("SELECT column_type FROM (DESCRIBE result)"))
          .extracting(List::getFirst)
          .startsWith("BOOLEAN", "BIGINT", "DECIMAL(18,4)", "DECIMAL(38,10)", "DOUBLE", "VARCHAR")
          .contains("DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE");
      assertThat(
              reader.differences(
                  "SELECT * REPLACE (CAST(id AS UUID) AS id, CAST(document AS JSON) AS document, CAST(several AS JSON) AS several, CAST(parts AS JSON) AS parts, CAST(named AS JSON) AS named) FROM result"))
          .isEmpty();
    }
  }

  private static Object[] withoutBytes(Object[] row) {
    List<Object> values = new ArrayList<>(java.util.Arrays.asList(row));
    values.remove(BYTES);
    return values.toArray();
  }

  @Override
  long rowsIn(Path file) throws Exception {
    try (DuckDbReader reader = new DuckDbReader()) {
      // A bit string is no BLOB to this program; what it reads of bytes is tested below.
      reader.run(Files.readString(file).replaceAll("X'[0-9A-F]*'", "NULL"));
      return Long.parseLong(reader.rows("SELECT count(*) FROM result").getFirst().getFirst());
    }
  }

  @Test
  void bytesComeBackFromAnotherProgram() throws Exception {
    List<Object[]> rows =
        EveryType.rows().stream().map(row -> new Object[] {row[BYTES], row[5]}).toList();
    Path file =
        write(
            "bytes",
            List.of(EveryType.COLUMNS.get(BYTES), EveryType.COLUMNS.get(5)),
            rows,
            options("{\"table\": \"main.my\\\"table\"}"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(Files.readString(file));
      try (ResultSet found = statement.executeQuery("SELECT * FROM main.\"my\"\"table\"")) {
        for (Object[] row : rows) {
          assertThat(found.next()).isTrue();
          assertThat(found.getBytes(1)).isEqualTo((byte[]) row[0]);
          assertThat(found.getString(2)).isEqualTo(row[1]);
        }
        assertThat(found.next()).isFalse();
      }
    }
  }
}
