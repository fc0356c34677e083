package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to this engine's gate; what every gate promises is in the contract. */
class SqliteGateTest {
  private static Engine engine;

  @BeforeAll
  static void open(@TempDir Path folder) {
    Path file = folder.resolve("gate.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER)",
            "CREATE INDEX by_a ON t (a)",
            "CREATE TABLE payroll (employee INTEGER, ssn TEXT, PRIMARY KEY (ssn)) WITHOUT ROWID",
            "CREATE TABLE computed (x INTEGER, twice INTEGER AS (x * 2), y INTEGER)",
            "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)",
            "CREATE VIRTUAL TABLE words USING fts5(word)",
            "CREATE VIRTUAL TABLE pages USING dbstat",
            "CREATE VIEW upper_t AS SELECT upper(a) AS u FROM t",
            "CREATE VIEW loading AS SELECT load_extension('x') AS l",
            "INSERT INTO t VALUES (1, 'x', 2)",
            "INSERT INTO words VALUES ('hello')"));
    engine =
        new SqliteEngineFactory()
            .open(new SourceDefinition("gate", "sqlite", Map.of("path", file.toString())));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM sqlite_master | TABLE_DENIED",
        "SELECT * FROM sqlite_schema | TABLE_DENIED",
        "SELECT sql FROM main.sqlite_master | TABLE_DENIED",
        "SELECT * FROM temp.sqlite_master | TABLE_DENIED",
        "SELECT * FROM sqlite_sequence | TABLE_DENIED",
        "SELECT * FROM pragma_table_info('t') | FUNCTION_DENIED",
        "SELECT * FROM pragma_database_list | FUNCTION_DENIED",
        "SELECT * FROM dbstat | FUNCTION_DENIED",
        "SELECT * FROM pages | FUNCTION_DENIED",
        "SELECT load_extension('x') | FUNCTION_DENIED",
        "SELECT a FROM t WHERE load_extension(a) | FUNCTION_DENIED",
        "SELECT * FROM loading | FUNCTION_DENIED",
        "SELECT fts3_tokenizer('simple') | FUNCTION_DENIED",
        "SELECT randomblob(1000000000) | FUNCTION_DENIED",
        "SELECT hex(zeroblob(1000000000)) | FUNCTION_DENIED",
        "SELECT sqlite_compileoption_get(1) | FUNCTION_DENIED",
        "SELECT readfile('/etc/passwd') | FUNCTION_NOT_FOUND",
        "SELECT writefile('x', 'y') | FUNCTION_NOT_FOUND",
        "SELECT edit('x') | FUNCTION_NOT_FOUND",
        "SELECT * FROM sqlite_dbpage | TABLE_NOT_FOUND",
        "EXPLAIN SELECT 1 | SQL_DENIED",
        "EXPLAIN QUERY PLAN SELECT 1 | SQL_DENIED",
        "QUERY PLAN SELECT 1 | SYNTAX_ERROR",
        "SELECT 1; SELECT 2 | SQL_DENIED",
        "SELECT 1; garbage ' | SQL_DENIED",
        "PRAGMA query_only = 0 | NOT_READ_ONLY",
        "VACUUM INTO 'copy' | NOT_READ_ONLY",
        "SAVEPOINT s | NOT_READ_ONLY",
        "SELECT $a(1;2 | SYNTAX_ERROR",
        "SELECT nope.a FROM t | COLUMN_NOT_FOUND",
        "SELECT * FROM other.t | TABLE_NOT_FOUND",
        "SELECT a FROM t ORDER BY 9 | SYNTAX_ERROR",
        "SELECT count(count(*)) FROM t | SYNTAX_ERROR",
        "SELECT a FROM t INDEXED BY nope | SYNTAX_ERROR"
      })
  void refused(String sql, ErrorCode code) {
    assertThat(engine.gate().inspect(sql).reasons()).extracting(Reason::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;",
        "SELECT 1; -- the end",
        "SELECT 1 ;; /* the end",
        "SELECT 'a; DROP TABLE t'",
        "SELECT $a(;) FROM t",
        "SELECT ?, ?1, :name, @name, $name",
        "SELECT [a], `b`, \"a\" FROM t",
        "SELECT * FROM json_each('[1, 2]') AS j JOIN t ON t.id = j.value",
        "SELECT word FROM words WHERE words MATCH 'hello'",
        "SELECT a FROM t WHERE a = \"x\"",
        "SELECT a FROM t WHERE a IN (\"x\", \"y\") AND a LIKE \"x%\" OR \"x\" = a",
        "SELECT date(\"now\"), strftime(\"%Y\", a) FROM t",
        "SELECT a AS \"label\" FROM t ORDER BY \"label\"",
        "SELECT \"fixed\" AS kind, a FROM t",
        "SELECT max(b) OVER (ORDER BY id), percentile(b, 50) FROM t GROUP BY a",
        "SELECT a FROM t EXCEPT SELECT ssn FROM payroll UNION SELECT a FROM t INTERSECT SELECT 'x'",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n + 1 FROM r LIMIT 9) SELECT * FROM r"
      })
  void allowed(String sql) {
    Inspection inspection = engine.gate().inspect(sql);
    assertThat(inspection.reasons()).isEmpty();
    assertThat(inspection.text()).contains(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT \"regoin\" FROM t",
        "SELECT DISTINCT a, \"nope\" FROM t",
        "SELECT a FROM t WHERE \"nope\" = 'x'",
        "SELECT a FROM t WHERE \"nope\" = \"x\"",
        "SELECT a FROM t WHERE \"nope\" IN ('x')",
        "SELECT a FROM t WHERE \"nope\" IS NULL",
        "SELECT a FROM t ORDER BY \"nope\" DESC",
        "SELECT count(*) FROM t GROUP BY \"nope\"",
        "SELECT sum(\"nope\") FROM t"
      })
  void aMisspelledColumnInDoubleQuotesIsNoText(String sql) {
    Reason reason = engine.gate().inspect(sql).reasons().getFirst();
    assertThat(reason.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(reason.location().orElseThrow().offset())
        .isEqualTo(
            sql.indexOf("\"nope\"") < 0 ? sql.indexOf("\"regoin\"") : sql.indexOf("\"nope\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM t WHERE a = 'x' | t | t.a",
        "SELECT b FROM t WHERE a = 'x' | t | t.a,t.b",
        "SELECT ssn FROM payroll | payroll | payroll.ssn",
        "SELECT employee FROM payroll | payroll | payroll.employee",
        "SELECT y FROM computed | computed | computed.y",
        "SELECT twice FROM computed | computed | computed.x",
        "SELECT u FROM upper_t | t,upper_t | t.a",
        "SELECT count(*) FROM counted | counted | ''",
        "SELECT rowid FROM t | t | t.id",
        "SELECT 1 | '' | ''"
      })
  void whatIsReadIsNamed(String sql, String tables, String columns) {
    Inspection inspection = engine.gate().inspect(sql);
    assertThat(String.join(",", inspection.tables().stream().map(TableName::table).toList()))
        .isEqualTo(tables);
    assertThat(String.join(",", inspection.columns())).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a,, b FROM t | 9",
        "SELECT a FROM t WHERE a = = 1 AND b = = 2 | 26",
        "SELECT a b c FROM t | 11",
        "SELECT a FROM t WHERE ( a = 1 | 29",
        "SELECT 'a' ! 1 | 11",
        "SELECT a, nope FROM t | 10",
        "SELECT a, t.nope FROM t | 10",
        "SELECT 'nope', nope FROM t | 15",
        "SELECT a FROM t JOIN nope ON 1 | 21",
        "SELECT a, nope(1) FROM t | 10"
      })
  void mistakesAreLocated(String sql, int offset) {
    Reason reason = engine.gate().inspect(sql).reasons().getFirst();
    assertThat(reason.location().orElseThrow().offset()).as(reason.message()).isEqualTo(offset);
  }

  @Test
  void changesHaveTheirEffectEvenBehindACommonTableExpression() {
    for (String sql :
        List.of(
            "WITH x AS (SELECT 1) DELETE FROM t",
            "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
            "WITH x AS (SELECT 1 AS i) UPDATE t SET b = 1 WHERE id IN (SELECT i FROM x)",
            "WITH x AS (SELECT 1) REPLACE INTO t SELECT 1, 'a', 2")) {
      Inspection inspection = engine.gate().inspect(sql);
      assertThat(inspection.isAllowed()).as(sql).isFalse();
      assertThat(inspection.effect()).as(sql).isEqualTo(Effect.WRITE);
    }
  }

  @Test
  void textsThatGrowWhenTheyAreCompiledAreRefusedSoon() {
    StringBuilder doubling = new StringBuilder("WITH c0 AS (SELECT 1 AS x)");
    for (int step = 1; step <= 40; step++) {
      doubling.append(
          ", c%1$d AS (SELECT * FROM c%2$d UNION ALL SELECT * FROM c%2$d)"
              .formatted(step, step - 1));
    }
    for (String sql :
        List.of(
            doubling + " SELECT count(*) FROM c40",
            "SELECT " + "NOT ".repeat(5_000) + "1",
            "SELECT " + "CASE WHEN 1 THEN ".repeat(5_000) + "1" + " END".repeat(5_000),
            "SELECT 1" + "+1".repeat(5_000),
            "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000))) {
      long started = System.nanoTime();
      assertThat(engine.gate().inspect(sql).reasons())
          .extracting(Reason::code)
          .containsExactly(ErrorCode.SQL_TOO_COMPLEX);
      assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
    }
  }

  @Test
  void aTableThatAppearsLaterIsKnownAtOnce(@TempDir Path folder) {
    Path file = folder.resolve("growing.sqlite");
    SqliteFile.create(file, List.of("CREATE TABLE one (a TEXT)"));
    SourceDefinition definition =
        new SourceDefinition("growing", "sqlite", Map.of("path", file.toString()));
    try (Engine growing = new SqliteEngineFactory().open(definition)) {
      assertThat(growing.gate().inspect("SELECT a FROM one").isAllowed()).isTrue();
      SqliteFile.create(
          file, List.of("DROP TABLE one", "CREATE TABLE two (b TEXT)", "CREATE TABLE three (a)"));
      Inspection inspection = growing.gate().inspect("SELECT b FROM two");
      assertThat(inspection.tables()).containsExactly(TableName.of("two"));
      assertThat(growing.gate().inspect("SELECT a FROM one").isAllowed()).isFalse();
    }
  }
}
