package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.sql.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that differ only in the numbers of their comparisons are judged once for all. */
class SqliteShapeTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("shape.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT, price REAL)",
            "CREATE TABLE secret (id INTEGER PRIMARY KEY, word TEXT)",
            "CREATE INDEX item_of_one ON item (code) WHERE price = 1",
            "INSERT INTO item VALUES (1, '1', 1), (2, 'b', 2.5), (3, '3', NULL)",
            "INSERT INTO secret VALUES (1, 'x')"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM item WHERE id = 17 | SELECT * FROM item WHERE id = ?",
        "SELECT 5 FROM item WHERE id==1 AND price=2 | SELECT 5 FROM item WHERE id==? AND price=?",
        "SELECT id > 1, 2<>3 FROM item | SELECT id > ?, 2<>? FROM item",
        "SELECT id FROM item WHERE id >= 7 AND id != 8 | SELECT id FROM item WHERE id >= ? AND id != ?",
        "SELECT '= 1', id = 3 FROM item -- = 4 | SELECT '= 1', id = ? FROM item -- = 4",
        "SELECT id FROM item WHERE id = 1 + 2 LIMIT 3 | SELECT id FROM item WHERE id = ? + 2 LIMIT 3",
      })
  void aShapeHasVariablesForComparedNumbers(String sql, String shape) {
    assertThat(SqliteShape.of(sql, SqliteTokens.of(sql))).contains(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM item ORDER BY 1 LIMIT 2",
        "SELECT id FROM item WHERE id > -1",
        "SELECT id << 1 FROM item",
        "SELECT id FROM item WHERE id = -1",
        "SELECT id FROM item WHERE price = 2.5",
        "SELECT id FROM item WHERE price = 1e3",
        "SELECT id FROM item WHERE id = 0x10",
        "SELECT id FROM item WHERE id = 1234567890123456789",
        "SELECT id FROM item WHERE code = '1'",
        "SELECT CAST(price AS VARCHAR(5)) FROM item",
      })
  void allElseStaysAsItIs(String sql) {
    assertThat(SqliteShape.of(sql, SqliteTokens.of(sql))).isEmpty();
  }

  /** A statement of a new file is judged by itself, for its shape was not seen there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM item WHERE id = %d",
        "SELECT code FROM item WHERE price = %d AND code > 'a'",
        "SELECT a.code FROM item a JOIN secret b ON a.id = b.id WHERE a.id = %d AND b.id = a.id",
        "SELECT id FROM item WHERE id = %d AND (id AND id IN (SELECT id FROM secret))",
        "SELECT id FROM item WHERE 0 = %d AND id IN (SELECT id FROM secret)",
        "SELECT CASE WHEN 1 = %d THEN (SELECT word FROM secret) ELSE code END FROM item",
        "SELECT code FROM item WHERE price > %d",
        "SELECT code FROM item WHERE id <= %d AND id <> 0",
        "SELECT id FROM item WHERE 1 > %d AND id IN (SELECT id FROM secret)",
        "SELECT count(*) FROM item GROUP BY id = %d",
        "SELECT json_extract('[1]', '$[0]') = %d",
      })
  void whatItReadsIsWhatEachOfThemReads(String sql) {
    for (int number : List.of(0, 1, 2)) {
      String statement = sql.formatted(number);
      try (Engine shaped = open();
          Engine fresh = open()) {
        shaped.gate().inspect(sql.formatted(7));
        shaped.gate().inspect(sql.formatted(8));
        Inspection found = shaped.gate().inspect(statement);
        Inspection alone = fresh.gate().inspect(statement);
        assertThat(found.text()).contains(statement);
        assertThat(found.effect()).isEqualTo(alone.effect());
        assertThat(found.tables()).containsAll(alone.tables());
        assertThat(found.columns()).containsAll(alone.columns());
        assertThat(found.functions()).containsAll(alone.functions());
        assertThat(new EngineProbe(shaped).rows(statement))
            .isEqualTo(new EngineProbe(fresh).rows(statement));
      }
    }
  }

  /** The engine leaves out a branch that a constant rules out; its shape does not. */
  @Test
  void noNumberOpensWhatAnotherHid() {
    String sql = "SELECT id FROM item WHERE %d = 0 OR id IN (SELECT id FROM sqlite_schema, secret)";
    try (Engine engine = open()) {
      for (int number : List.of(0, 0, 1, 0, 2)) {
        Inspection found = engine.gate().inspect(sql.replace("%d = 0", "0 = " + number));
        assertThat(found.isAllowed() && found.tables().toString().contains("sqlite_schema"))
            .isFalse();
        if (number > 0) {
          assertThat(found.reasons().getFirst().code()).isEqualTo(ErrorCode.TABLE_DENIED);
        }
      }
    }
  }

  @Test
  void refusalsNameTheirOwnPlace() {
    try (Engine engine = open()) {
      for (int number : List.of(1, 22, 333)) {
        String sql = "SELECT id FROM item WHERE id = %d AND nothing = 1".formatted(number);
        Inspection found = engine.gate().inspect(sql);
        assertThat(found.reasons().getFirst().location().orElseThrow().offset())
            .isEqualTo(sql.indexOf("nothing"));
      }
    }
  }

  @Test
  void seesThatItsTableChanged() throws InterruptedException {
    try (Engine engine = open()) {
      EngineProbe probe = new EngineProbe(engine);
      String sql = "SELECT * FROM item WHERE id = ";
      for (int number : List.of(1, 2, 3)) {
        assertThat(probe.rows(sql + number)).hasSize(1);
      }
      Thread.sleep(50);
      SqliteFile.create(file, List.of("ALTER TABLE item ADD COLUMN note TEXT DEFAULT 'new'"));
      assertThat(probe.inspect(sql + 4).columns()).contains("item.note");
      Thread.sleep(50);
      SqliteFile.create(file, List.of("DROP TABLE item"));
      assertThat(probe.refusal(sql + 5).code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
  }

  private Engine open() {
    return new SqliteEngineFactory()
        .open(new SourceDefinition("contract", "sqlite", Map.of("path", file.toString())));
  }
}
