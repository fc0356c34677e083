package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that lie far apart come in vectors of odd lengths, of which none may be lost. */
class ScatteredRowsTest {
  private static final String COPIED =
      "SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d,"
          + " 'words of a usual length', a.d * 0.25"
          + " FROM digits a, digits b, digits c, digits e, digits f, digits g";

  @TempDir private Path folder;

  @Test
  void everyOneOfThemIsRead() {
    Path file = folder.resolve("scattered.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE digits AS SELECT range AS d FROM range(10)",
            "CREATE TABLE words (n BIGINT PRIMARY KEY, word VARCHAR(60), amount DOUBLE)",
            "INSERT INTO words " + COPIED));
    try (Engine engine = DuckDbFiles.open(file)) {
      List<List<Object>> rows =
          new EngineProbe(engine).rows("SELECT n, word FROM words WHERE n >= 100 AND n < 200");
      assertThat(rows).hasSize(100).doesNotHaveDuplicates();
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("words of a usual length"));
    }
  }
}
