package dev.alidade.engine.postgres.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.postgres.grammar.PostgresParser;
import dev.alidade.safety.SharedData;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own grammar refuses all that is hostile, and nothing that an analyst writes. */
class PostgresGateTest {
  private static final Pattern COMMENT = Pattern.compile("(?m)^(--|#).*$");

  private final PostgresGate gate =
      new PostgresGate(
          PostgresParser.shared(),
          "public",
          Set.of("public.listed", "bare"),
          new KnownFunctions() {
            @Override
            public boolean exists(String name) {
              return name.startsWith("pg_") || name.equals("own_function");
            }

            @Override
            public Set<String> ofRows() {
              return Set.of("own_function", "pg_column_size");
            }
          });

  @Test
  void everyHostileStatementIsRefused() throws IOException {
    List<String> statements = lines("hostile.sql");
    assertThat(statements).hasSizeGreaterThan(200);
    for (String sql : statements) {
      Inspection inspection = gate.inspect(sql);
      assertThat(inspection.isAllowed()).as(sql).isFalse();
      assertThat(inspection.text()).as(sql).isEmpty();
      assertThat(inspection.reasons().getFirst().message()).as(sql).isNotBlank();
    }
  }

  @Test
  void whatAnalystsWriteIsAllowed() throws IOException {
    List<String> statements = lines("analyst.sql");
    assertThat(statements).hasSizeGreaterThan(60);
    for (String sql : statements) {
      Inspection inspection = gate.inspect(sql);
      assertThat(inspection.reasons()).as(sql).isEmpty();
      assertThat(inspection.effect()).as(sql).isEqualTo(Effect.READ);
      assertThat(sql).contains(inspection.text().orElseThrow());
    }
  }

  @Test
  void noDisguiseHidesATable() throws IOException {
    for (String sql : lines("payroll.sql")) {
      Inspection inspection = gate.inspect(sql);
      assertThat(inspection.reasons()).as(sql).isEmpty();
      assertThat(inspection.tables()).as(sql).contains(TableName.of("public", "payroll"));
    }
  }

  @Test
  void whatIsNoTableIsNotReported() {
    assertThat(tables("WITH payroll AS (SELECT 1 AS x) SELECT * FROM payroll")).isEmpty();
    assertThat(
            tables(
                "WITH RECURSIVE payroll AS (SELECT 1 AS x UNION SELECT x FROM payroll) TABLE payroll"))
        .isEmpty();
    assertThat(tables("WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1) TABLE a")).isEmpty();
    assertThat(tables("WITH a AS (SELECT * FROM b), b AS (SELECT 1) TABLE a"))
        .containsExactly(TableName.of("public", "b"));
    assertThat(tables("SELECT 'payroll', \"payroll\" FROM (SELECT 1 AS payroll) x")).isEmpty();
    assertThat(tables("SELECT * FROM orders payroll"))
        .containsExactly(TableName.of("public", "orders"));
    assertThat(tables("SELECT * FROM Sales.\"Orders\""))
        .containsExactly(TableName.of("sales", "Orders"));
  }

  @Test
  void standardQueriesPass() throws IOException {
    for (String suite : List.of("tpc-h", "tpc-ds")) {
      String script =
          Files.readString(SharedData.at("sql-dialects/%s/%s.sql".formatted(suite, suite)));
      List<String> statements =
          Pattern.compile(";\\s*(?:\\n|$)")
              .splitAsStream(COMMENT.matcher(script).replaceAll(""))
              .filter(sql -> !sql.isBlank())
              .toList();
      for (int index = 0; index < statements.size(); index += 2) {
        String sql = statements.get(index);
        assertThat(gate.inspect(sql).reasons()).as(sql).isEmpty();
      }
    }
  }

  @Test
  void columnsCarryTheirTables() {
    assertThat(
            gate.inspect(
                    "SELECT o.id, name, c.*, o.note AS n FROM orders o JOIN customers c ON c.id = o.customer_id")
                .columns())
        .containsExactlyInAnyOrder(
            "public.orders.id",
            "name",
            "public.customers.*",
            "public.orders.note",
            "public.customers.id",
            "public.orders.customer_id");
    assertThat(gate.inspect("SELECT id FROM orders").columns()).containsExactly("public.orders.id");
  }

  @Test
  void functionsOfTheDatabaseRunOnlyWhenListed() {
    assertThat(gate.inspect("SELECT public.listed(1), bare(2)").isAllowed()).isTrue();
    assertThat(refusal("SELECT listed(1)").code()).isEqualTo(ErrorCode.FUNCTION_NOT_FOUND);
    assertThat(refusal("SELECT own_function()").code()).isEqualTo(ErrorCode.FUNCTION_DENIED);
    assertThat(refusal("SELECT pg_sleep(1)").code()).isEqualTo(ErrorCode.FUNCTION_DENIED);
    Reason misspelt = refusal("SELECT 1,\n uper('x')");
    assertThat(misspelt.code()).isEqualTo(ErrorCode.FUNCTION_NOT_FOUND);
    assertThat(misspelt.message()).contains("upper");
    assertThat(misspelt.location().orElseThrow().line()).isEqualTo(2);
    assertThat(misspelt.location().orElseThrow().column()).isEqualTo(2);
  }

  @Test
  void mistakesPointIntoTheWrittenText() {
    String sql = "SELECT 'größe 😀', $name, ?::int FRM orders";
    Reason mistake = refusal(sql);
    assertThat(mistake.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(mistake.location().orElseThrow().offset()).isEqualTo(sql.indexOf("orders"));
    String denied = "SELECT 'größe 😀', $name, pg_sleep(?)";
    assertThat(refusal(denied).location().orElseThrow().offset())
        .isEqualTo(denied.indexOf("pg_sleep"));
    assertThat(refusal("SELECT id FRM orders").message()).contains("`orders`", "`from`", "`FRM`");
    assertThat(refusal("SELET 1").message()).contains("SELET").contains("select");
    assertThat(refusal("SELECT (1").message()).contains("ends too early");
    assertThat(refusal("SELECT 1; SELECT 2").location().orElseThrow().offset()).isEqualTo(10);
  }

  @Test
  void nestingIsBounded() {
    assertThat(gate.inspect(nested(20)).isAllowed()).isTrue();
    assertThat(refusal(nested(120)).code()).isEqualTo(ErrorCode.SQL_TOO_COMPLEX);
    assertThat(refusal(nested(3000)).code()).isEqualTo(ErrorCode.SQL_TOO_COMPLEX);
    assertThat(refusal("SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000)).code())
        .isEqualTo(ErrorCode.SQL_TOO_COMPLEX);
    assertThat(gate.inspect("SELECT 1" + " + 1".repeat(200)).isAllowed()).isTrue();
    assertThat(gate.inspect("SELECT 1 WHERE true" + " AND 1 = 1".repeat(1000)).isAllowed())
        .isTrue();
    assertThat(gate.inspect("SELECT 1").isAllowed()).isTrue();
  }

  @Test
  void aStatementThatTakesTooLongIsRefusedAndLeavesTheParserWorking() {
    long started = System.nanoTime();
    assertThat(refusal("SELECT 1" + " UNION ALL SELECT 1".repeat(20_000)).code())
        .isEqualTo(ErrorCode.SQL_TOO_COMPLEX);
    assertThat((System.nanoTime() - started) / 1e9).isLessThan(20);
    assertThat(gate.inspect("SELECT 2").isAllowed()).isTrue();
  }

  private static String nested(int depth) {
    return "SELECT " + "abs(".repeat(depth) + "1" + ")".repeat(depth);
  }

  private Reason refusal(String sql) {
    return gate.inspect(sql).reasons().getFirst();
  }

  private List<TableName> tables(String sql) {
    Inspection inspection = gate.inspect(sql);
    assertThat(inspection.reasons()).as(sql).isEmpty();
    return inspection.tables();
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file =
        PostgresGateTest.class.getResourceAsStream("/engine/postgres/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
