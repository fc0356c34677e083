package dev.alidade.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB's gate refuses all that is hostile, and nothing that an analyst writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbGateTest {
  private EngineProbe probe;

  @BeforeAll
  void open(@TempDir Path folder) {
    Path file = folder.resolve("gate.duckdb");
    DuckDbFiles.create(
        file,
        List.of(
            "CREATE TABLE payroll (employee INTEGER, ssn VARCHAR)",
            "INSERT INTO payroll VALUES (1, '078-05-1120')",
            "CREATE TABLE t (a INTEGER, b DOUBLE, c INTEGER, s VARCHAR)",
            "CREATE TABLE a (x INTEGER)",
            "CREATE TABLE b (x INTEGER)",
            "CREATE TABLE c (y INTEGER)",
            "CREATE TABLE u (a INTEGER)",
            "CREATE TABLE t1 (a INTEGER, b VARCHAR)",
            "CREATE TABLE t2 (a INTEGER, c INTEGER, d BOOLEAN)",
            "CREATE TABLE y (x INTEGER, k INTEGER)",
            "CREATE TABLE \"odd \"\"t\" (\"select\" INTEGER)",
            "CREATE SCHEMA other",
            "CREATE TABLE other.payroll (employee INTEGER)",
            "CREATE MACRO sha1(x) AS (SELECT max(ssn) FROM payroll)",
            "CREATE MACRO own(x) AS x + 1",
            "CREATE MACRO leak() AS TABLE SELECT * FROM payroll"));
    probe = new EngineProbe(DuckDbFiles.open(file));
  }

  @AfterAll
  void close() {
    Engine engine = probe.engine();
    engine.close();
  }

  @Test
  void everyHostileStatementIsRefused() throws IOException {
    for (String sql : lines("hostile.sql")) {
      Inspection inspection = probe.inspect(sql);
      assertThat(inspection.isAllowed()).as(sql).isFalse();
      assertThat(inspection.text()).as(sql).isEmpty();
      assertThat(inspection.reasons().getFirst().message()).as(sql).isNotBlank();
    }
  }

  @Test
  void whatAnalystsWriteIsAllowed() throws IOException {
    for (String sql : lines("analyst.sql")) {
      assertThat(probe.inspect(sql).reasons()).as(sql).isEmpty();
    }
  }

  @Test
  void whatIsAllowedPrintsAsItselfAgain() throws IOException {
    for (String sql : lines("analyst.sql")) {
      String printed = probe.inspect(sql).text().orElseThrow();
      Inspection again = probe.inspect(printed);
      assertThat(again.reasons()).as(printed).isEmpty();
      assertThat(again.tables()).as(printed).isEqualTo(probe.inspect(sql).tables());
    }
  }

  @Test
  void measuredMisreadsOfOtherParsersAreReadRight() {
    assertReads("SELECT 1 // 1 UNION ALL SELECT 42 FROM payroll", "payroll");
    assertReads("WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll", "payroll");
    assertReads("FROM t x JOIN (SELECT * FROM payroll) t ON true", "t", "payroll");
    assertReads("SELECT E'\\' FROM t -- ', ssn FROM payroll --' FROM a", "payroll");
    assertReads("SELECT employee::DOUBLE FROM payroll", "payroll");
    assertReads("SELECT employee, FROM payroll", "payroll");
    assertReads("SUMMARIZE payroll", "payroll");
    assertReads("DESCRIBE payroll", "payroll");
    assertReads("TABLE payroll", "payroll");
    assertReads("FROM payroll", "payroll");
    assertReads("SELECT 1 /*! FROM payroll */");
    assertReads("SELECT 1 -- FROM payroll");
    assertReads("SELECT $$ FROM payroll $$");
    assertReads("SELECT '-- ' || ssn FROM payroll -- '", "payroll");
  }

  @Test
  void namesOfCommonTablesHideOnlyWhereTheyReach() {
    assertReads("WITH payroll AS (SELECT 1) SELECT * FROM payroll");
    assertReads(
        "WITH x AS (SELECT * FROM payroll), payroll AS (SELECT 1) SELECT * FROM payroll",
        "payroll");
    assertReads("SELECT * FROM (WITH payroll AS (SELECT 1) FROM payroll), payroll", "payroll");
    assertReads("WITH payroll AS (SELECT 1) SELECT (SELECT count(*) FROM payroll)");
    assertReads("WITH PayRoll AS (SELECT 1) SELECT * FROM payroll");
    assertReads("WITH payroll AS (SELECT 1) SELECT * FROM main.payroll", "payroll");
    assertReads("WITH payroll AS (SELECT 1) SELECT * FROM gate.main.payroll", "payroll");
    assertReads("WITH payroll AS (SELECT 1) SELECT * FROM gate.payroll", "payroll");
    assertReads(
        "WITH RECURSIVE payroll AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM payroll WHERE n < 3)"
            + " SELECT * FROM payroll");
    assertReads(
        "(WITH payroll AS (SELECT 1) FROM payroll) UNION ALL SELECT employee FROM payroll",
        "payroll");
    assertReads("SELECT * FROM other.payroll", "other.payroll");
    assertReads(
        "SELECT * FROM t WHERE a IN (WITH q AS (SELECT employee FROM payroll) FROM q)",
        "t",
        "payroll");
  }

  @Test
  void functionsOfTheDatabaseAreRefusedEvenUnderAnAllowedName() {
    assertThat(probe.refusal("SELECT own(1)").code()).isEqualTo(ErrorCode.FUNCTION_DENIED);
    assertThat(probe.refusal("SELECT sha1('X')").code()).isEqualTo(ErrorCode.FUNCTION_DENIED);
    assertThat(probe.refusal("FROM leak()").code()).isEqualTo(ErrorCode.FUNCTION_DENIED);
    assertThat(probe.inspect("SELECT upper('x')").isAllowed()).isTrue();
  }

  @Test
  void refusalsPointAtTheirCharacter() {
    String sql = "SELECT a,\n       'ö😀', getenv('HOME')\nFROM t, 'x.csv'";
    List<Reason> reasons = probe.inspect(sql).reasons();
    assertThat(reasons)
        .extracting(Reason::code)
        .containsExactlyInAnyOrder(ErrorCode.TABLE_DENIED, ErrorCode.FUNCTION_NOT_FOUND);
    for (Reason reason : reasons) {
      String at = reason.code() == ErrorCode.TABLE_DENIED ? "'x.csv'" : "getenv";
      assertThat(reason.location()).contains(Location.of(sql, sql.indexOf(at)));
    }
  }

  @Test
  void failuresOfTheRunningTextPointIntoTheCallersText() {
    String sql = "select  a,\n  count( * ),   nope\nfrom   t -- 'ö'\ngroup by all";
    var failure = probe.failure(sql);
    assertThat(failure.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(failure.location()).contains(Location.of(sql, sql.indexOf("nope")));
    String cast = "SELECT /* ö */ CAST(ssn   AS INTEGER) FROM payroll";
    assertThat(probe.failure(cast).code()).isEqualTo(ErrorCode.DATA_ERROR);
    assertThat(probe.failure(cast).location()).contains(Location.of(cast, cast.indexOf("CAST")));
  }

  @Test
  void effectsAreNamed() {
    assertThat(probe.inspect("WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x").effect())
        .isEqualTo(Effect.WRITE);
    assertThat(probe.inspect("COPY t TO 'x'").effect()).isEqualTo(Effect.WRITE);
    assertThat(probe.inspect("SET threads = 1").effect()).isEqualTo(Effect.ADMIN);
    assertThat(probe.inspect("EXPLAIN SELECT 1").effect()).isEqualTo(Effect.READ);
    assertThat(probe.refusal("EXPLAIN SELECT 1").message()).contains("explain_query");
    assertThat(probe.refusal("PIVOT t ON s USING sum(a)").message()).contains("IN (");
  }

  private void assertReads(String sql, String... tables) {
    Inspection inspection = probe.inspect(sql);
    assertThat(inspection.reasons()).as(sql).isEmpty();
    assertThat(inspection.tables())
        .as(sql)
        .extracting(TableName::toString)
        .containsExactlyInAnyOrder(tables);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream stream =
        DuckDbGateTest.class.getResourceAsStream("/engine/duckdb/" + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
