package dev.alidade.engine.trino.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TrinoGateTest {
  private static final TrinoGate TINY =
      new TrinoGate(new Names("tpch", Optional.of("tiny"), List.of("tiny")));
  private static final TrinoGate ANY_SCHEMA =
      new TrinoGate(new Names("tpch", Optional.empty(), List.of()));

  @Test
  void everyHostileStatementIsRefusedWithWords() {
    assertThat(GateLists.hostile()).hasSizeGreaterThanOrEqualTo(120);
    for (String sql : GateLists.hostile()) {
      Inspection inspection = TINY.inspect(sql);
      assertThat(inspection.isAllowed()).as(sql).isFalse();
      assertThat(inspection.reasons().getFirst().message()).as(sql).hasSizeBetween(10, 400);
    }
  }

  @Test
  void everyHarmlessStatementPassesAndItsPrintedTextToo() {
    assertThat(GateLists.harmless()).hasSizeGreaterThanOrEqualTo(70);
    for (String sql : GateLists.harmless()) {
      Inspection inspection = TINY.inspect(sql);
      assertThat(inspection.reasons()).as(sql).isEmpty();
      Inspection again = TINY.inspect(inspection.text().orElseThrow());
      assertThat(again.text()).as(sql).isEqualTo(inspection.text());
      assertThat(again.tables()).as(sql).isEqualTo(inspection.tables());
    }
  }

  @Test
  void tablesComeWithTheirSchemaAndInLowerCase() {
    assertThat(tables("SELECT * FROM Orders, TPCH.TINY.\"NATION\", tiny.region"))
        .containsExactlyInAnyOrder("tiny.orders", "tiny.nation", "tiny.region");
    assertThat(ANY_SCHEMA.inspect("SELECT * FROM sf1.orders").tables())
        .containsExactly(TableName.of("sf1", "orders"));
    Reason reason = ANY_SCHEMA.inspect("SELECT * FROM orders").reasons().getFirst();
    assertThat(reason.code()).isEqualTo(ErrorCode.TABLE_DENIED);
    assertThat(reason.message()).contains("schema.table");
  }

  @Test
  void aNameOfWithHidesATableOnlyWhereItHolds() {
    assertThat(tables("WITH nation AS (SELECT 1 AS x) SELECT * FROM nation")).isEmpty();
    assertThat(tables("WITH \"NATION\" AS (SELECT 1 AS x) SELECT * FROM Nation")).isEmpty();
    assertThat(tables("WITH nation AS (SELECT * FROM nation) SELECT * FROM nation"))
        .containsExactly("tiny.nation");
    assertThat(tables("WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a"))
        .containsExactly("tiny.b");
    assertThat(tables("WITH a AS (SELECT 1), b AS (SELECT * FROM a) SELECT * FROM b")).isEmpty();
    assertThat(tables("SELECT * FROM (WITH nation AS (SELECT 1) SELECT * FROM nation), nation"))
        .containsExactly("tiny.nation");
    assertThat(tables("WITH nation AS (SELECT 1) SELECT * FROM tiny.nation"))
        .containsExactly("tiny.nation");
    assertThat(
            tables(
                "WITH nation AS (SELECT 1 AS x) SELECT (SELECT max(x) FROM nation), t.* FROM region"
                    + " CROSS JOIN LATERAL (SELECT * FROM nation) t ORDER BY (SELECT 1 FROM nation)"))
        .containsExactly("tiny.region");
  }

  @Test
  void aReasonPointsAtItsPlace() {
    String unknown = "SELECT n_name,\n  '😀', uper(n_name)\nFROM nation";
    Reason reason = TINY.inspect(unknown).reasons().getFirst();
    assertThat(reason.code()).isEqualTo(ErrorCode.FUNCTION_NOT_FOUND);
    assertThat(reason.message()).contains("uper").contains("upper");
    assertThat(reason.location()).contains(Location.of(unknown, unknown.indexOf("uper")));

    String other = "SELECT 1\nFROM memory.default.payroll";
    assertThat(TINY.inspect(other).reasons().getFirst().location())
        .contains(Location.of(other, other.indexOf("memory")));

    String syntax = "SELECT '😀' FRM nation x y";
    Reason wrong = TINY.inspect(syntax).reasons().getFirst();
    assertThat(wrong.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(wrong.location().orElseThrow().offset()).isEqualTo(syntax.indexOf("nation"));
    assertThat(wrong.message()).endsWith(", ...").hasSizeLessThan(200);
  }

  @Test
  void commentsHintsAndCaseAreNotWhatRuns() {
    assertThat(TINY.inspect("select /* x */ N_NAME -- y\nfrom NATION;").text())
        .contains("SELECT N_NAME\nFROM\n  NATION");
  }

  @Test
  @Timeout(30)
  void deepAndLongTextsEndInARefusal() {
    List<String> texts =
        List.of(
            "SELECT " + "(".repeat(101) + "1" + ")".repeat(101),
            "SELECT " + "(".repeat(50_000) + "1",
            "SELECT " + "ARRAY[".repeat(200) + "1" + "]".repeat(200),
            "SELECT " + "NOT ".repeat(50_000) + "true",
            "SELECT " + "- ".repeat(50_000) + "1",
            "SELECT 1" + " + 1".repeat(50_000),
            "SELECT 1" + " UNION ALL SELECT 1".repeat(20_000),
            "SELECT " + "CASE WHEN true THEN ".repeat(5_000) + "1" + " END".repeat(5_000),
            "SELECT * FROM a" + " JOIN a ON true".repeat(10_000));
    for (String text : texts) {
      assertThat(TINY.inspect(text).reasons())
          .as(text.substring(0, 40))
          .first()
          .extracting(Reason::code)
          .isEqualTo(ErrorCode.SQL_TOO_COMPLEX);
    }
    assertThat(TINY.inspect("SELECT " + "(".repeat(99) + "1" + ")".repeat(99)).isAllowed())
        .isTrue();
    assertThat(TINY.inspect("SELECT 1" + " + 1".repeat(200)).isAllowed()).isTrue();
    assertThat(TINY.inspect("SELECT n_name FROM nation WHERE " + ors(500)).isAllowed()).isTrue();
  }

  private static String ors(int count) {
    return "n_nationkey = 0" + " OR n_nationkey = 1".repeat(count);
  }

  private static List<String> tables(String sql) {
    Inspection inspection = TINY.inspect(sql);
    assertThat(inspection.reasons()).as(sql).isEmpty();
    return inspection.tables().stream().map(TableName::toString).toList();
  }
}
