package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that end at once run on the thread that asks; all others are handed over. */
class SqliteShortTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("short.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE, kind TEXT, price REAL)",
            "CREATE INDEX item_kind ON item (kind)",
            "CREATE TABLE stock (item INTEGER, place TEXT, PRIMARY KEY (item, place)) WITHOUT ROWID",
            "INSERT INTO item VALUES (1, 'a', 'x', 1), (2, 'b', 'x', 2.5), (3, 'c', 'y', NULL)",
            "INSERT INTO stock VALUES (1, 'here'), (1, 'there')"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM item WHERE id = 2",
        "SELECT price, kind FROM item WHERE id = ?",
        "SELECT * FROM item WHERE code = 'b'",
        "SELECT * FROM item WHERE id = 2 AND price > 1",
        "SELECT * FROM stock WHERE item = 1 AND place = 'here'",
        "SELECT id FROM item WHERE id = 1 UNION ALL SELECT id FROM item WHERE id = 2",
        "SELECT 1",
      })
  void oneRowByItsKeyIsShort(String sql) throws SQLException {
    assertThat(program(sql).isShort()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM item",
        "SELECT count(*) FROM item",
        "SELECT * FROM item WHERE kind = 'x'",
        "SELECT * FROM item WHERE id IN (1, 2)",
        "SELECT * FROM item WHERE id > 1 LIMIT 1",
        "SELECT * FROM stock WHERE item = 1",
        "SELECT upper(code) FROM item WHERE id = 1",
        "SELECT (SELECT max(price) FROM item) FROM item WHERE id = 1",
        "SELECT a.id FROM item a, item b WHERE a.id = 1",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
      })
  void whatGoesRoundOrCallsIsNot(String sql) throws SQLException {
    assertThat(program(sql).isShort()).isFalse();
  }

  @Test
  void waitsForAWriterAllTheSame() throws Exception {
    try (Engine engine = open();
        Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = writer.createStatement()) {
      EngineProbe probe = new EngineProbe(engine);
      String sql = "SELECT price FROM item WHERE id = 1";
      assertThat(probe.rows(sql)).containsExactly(List.of(1.0));
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("UPDATE item SET price = 7 WHERE id = 1");
      CompletableFuture<List<List<Object>>> read =
          CompletableFuture.supplyAsync(() -> probe.rows(sql));
      Thread.sleep(300);
      assertThat(read).isNotDone();
      statement.execute("COMMIT");
      assertThat(read.get(10, TimeUnit.SECONDS)).containsExactly(List.of(7.0));
    }
  }

  @Test
  void seesThatItsTableChanged() throws InterruptedException {
    try (Engine engine = open()) {
      EngineProbe probe = new EngineProbe(engine);
      String sql = "SELECT * FROM item WHERE id = 1";
      assertThat(probe.rows(sql)).hasSize(1);
      SqliteFile.create(file, List.of("ALTER TABLE item ADD COLUMN note TEXT DEFAULT 'new'"));
      assertThat(probe.rows(sql).getFirst()).endsWith("new");
      assertThat(probe.inspect(sql).columns()).contains("item.note");
      // File systems tell times in steps of some milliseconds.
      Thread.sleep(50);
      SqliteFile.create(file, List.of("DROP TABLE item"));
      assertThat(probe.refusal(sql).code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
  }

  private Engine open() {
    return new SqliteEngineFactory()
        .open(new SourceDefinition("contract", "sqlite", Map.of("path", file.toString())));
  }

  private SqliteProgram program(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return SqliteProgram.of(connection, sql);
    }
  }
}
