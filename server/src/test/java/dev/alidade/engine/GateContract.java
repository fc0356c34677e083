package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gate lets reads through, refuses all else, and never executes or fails. */
interface GateContract extends EngineFixture {
  List<String> READS =
      List.of(
          "SELECT 1",
          "select * from orders;",
          "SELECT count(*), sum(amount), avg(weight), min(id), max(id) FROM orders",
          "SELECT DISTINCT note FROM orders WHERE note IS NOT NULL AND note LIKE 'f%' ORDER BY 1",
          "SELECT c.name, sum(o.amount) AS total FROM customers c LEFT JOIN orders o"
              + " ON o.customer_id = c.id GROUP BY c.name HAVING count(*) >= 1 ORDER BY total DESC"
              + " LIMIT 10 OFFSET 0",
          "SELECT id FROM orders WHERE customer_id NOT IN (SELECT id FROM customers WHERE id > 2)",
          "SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM customers WHERE id = customer_id)",
          "SELECT id FROM orders UNION ALL SELECT id FROM customers EXCEPT SELECT 1",
          "SELECT id FROM orders INTERSECT SELECT n FROM numbers",
          "WITH big AS (SELECT * FROM orders WHERE amount > 1) SELECT count(*) FROM big",
          "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5)"
              + " SELECT sum(n) FROM r",
          "SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC) FROM orders",
          "SELECT sum(amount) FILTER (WHERE paid) FROM orders",
          "SELECT CASE WHEN amount > 1 THEN 'big' ELSE 'small' END, coalesce(note, '-'),"
              + " CAST(amount AS INTEGER), upper(note), length(note), round(weight, 1),"
              + " substr(note, 1, 2), abs(-1), trim(' x '), nullif(id, 1), replace(note, 'a', 'b')"
              + " FROM orders",
          "SELECT id FROM orders WHERE amount BETWEEN 0 AND 10 AND id IN (10, 11) OR NOT paid",
          "SELECT * FROM (SELECT id AS x FROM orders) AS t WHERE x > 10",
          "SELECT (SELECT max(id) FROM orders), name FROM customers",
          "VALUES (1, 'a'), (2, 'b')",
          "SELECT \"select\", \" spaced \" FROM \"odd \"\"table's\"\" name\"",
          "/* a comment */ SELECT 1 -- and another",
          "SELECT 'drop table orders; --' AS harmless",
          "SELECT a.n FROM numbers a, numbers b WHERE a.n = b.n AND a.n < 3");

  Map<String, Effect> REFUSED =
      Map.ofEntries(
          Map.entry("INSERT INTO orders (id, customer_id) VALUES (1, 1)", Effect.WRITE),
          Map.entry("UPDATE orders SET note = 'x'", Effect.WRITE),
          Map.entry("DELETE FROM orders", Effect.WRITE),
          Map.entry("/* SELECT */ delete from orders", Effect.WRITE),
          Map.entry("INSERT INTO orders SELECT * FROM orders", Effect.WRITE),
          Map.entry("CREATE TABLE x (a INTEGER)", Effect.DDL),
          Map.entry("CREATE TABLE x AS SELECT * FROM payroll", Effect.DDL),
          Map.entry("CREATE TEMP VIEW x AS SELECT 1", Effect.DDL),
          Map.entry("DROP TABLE orders", Effect.DDL),
          Map.entry("ALTER TABLE orders RENAME TO gone", Effect.DDL),
          Map.entry("CREATE INDEX i ON orders (id)", Effect.DDL),
          Map.entry("ATTACH 'other.db' AS other", Effect.ADMIN),
          Map.entry("DETACH other", Effect.ADMIN),
          Map.entry("PRAGMA database_list", Effect.ADMIN),
          Map.entry("VACUUM", Effect.ADMIN),
          Map.entry("BEGIN TRANSACTION", Effect.ADMIN),
          Map.entry("COMMIT", Effect.ADMIN),
          Map.entry("ROLLBACK", Effect.ADMIN));

  @Test
  default void readsAreAllowedAndRun() {
    for (String sql : READS) {
      Inspection inspection = probe().inspect(sql);
      assertThat(inspection.reasons()).as(sql).isEmpty();
      assertThat(inspection.effect()).as(sql).isEqualTo(Effect.READ);
      assertThat(probe().rows(sql)).as(sql).isNotNull();
    }
  }

  @Test
  default void allElseIsRefusedWithItsEffect() {
    REFUSED.forEach(
        (sql, effect) -> {
          Inspection inspection = probe().inspect(sql);
          assertThat(inspection.isAllowed()).as(sql).isFalse();
          // What the engine's own grammar does not know has no effect to tell.
          if (inspection.reasons().getFirst().code() != ErrorCode.SYNTAX_ERROR) {
            assertThat(inspection.effect()).as(sql).isEqualTo(effect);
          }
          assertThat(inspection.reasons().getFirst().message()).as(sql).isNotBlank();
        });
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void twoStatementsAreRefusedAndNeitherRuns() {
    for (String sql :
        List.of(
            "SELECT 1; SELECT 2",
            "DROP TABLE orders; SELECT 1",
            "SELECT 1; DELETE FROM orders",
            "SELECT 1;; DROP TABLE orders --")) {
      assertThat(probe().inspect(sql).isAllowed()).as(sql).isFalse();
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void aWriteInsideACommonTableExpressionIsRefused() {
    assertThat(
            probe()
                .inspect("WITH gone AS (DELETE FROM orders RETURNING id) SELECT id FROM gone")
                .isAllowed())
        .isFalse();
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void nothingToRunIsRefused() {
    for (String sql : List.of("", "   ", ";", "-- only a comment", "/* only a comment */")) {
      assertThat(probe().refusal(sql).code()).as(sql).isEqualTo(ErrorCode.SYNTAX_ERROR);
    }
  }

  @Test
  default void theTablesThatAreReadAreReported() {
    assertThat(tables("SELECT * FROM (SELECT * FROM orders) t JOIN customers c ON c.id = t.id"))
        .containsExactlyInAnyOrder("orders", "customers");
    assertThat(tables("SELECT id FROM orders WHERE id IN (SELECT employee FROM payroll)"))
        .containsExactlyInAnyOrder("orders", "payroll");
    assertThat(tables("SELECT 1 UNION ALL SELECT employee FROM payroll"))
        .containsExactly("payroll");
    assertThat(tables("SELECT (SELECT max(salary) FROM payroll)")).containsExactly("payroll");
    assertThat(tables("WITH a AS (SELECT 1 AS x) SELECT * FROM a")).isEmpty();
  }

  @Test
  default void tablesAreReportedInTheLettersOfTheCatalog() {
    assertThat(tables("SELECT * FROM ORDERS")).containsExactly("orders");
  }

  @Test
  @Timeout(60)
  default void deepOrLongTextIsRefusedQuickly() {
    String deep = "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000);
    assertThat(probe().inspect(deep).isAllowed()).isFalse();
    String unions = "SELECT 1" + " UNION ALL SELECT 1".repeat(20_000);
    probe().inspect(unions);
    String long1 = "SELECT '" + "x".repeat(900_000) + "'";
    probe().inspect(long1);
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  @Timeout(60)
  default void anyTextGetsAnAnswer() {
    for (String text :
        List.of(
            "hello",
            "\u0000",
            "SELECT 1\u0000; DROP TABLE orders",
            "SELECT '\ud800'",
            "\ufeffSELECT 1",
            "DROP",
            ")",
            "\"",
            "'",
            "/*",
            "--",
            "$",
            "?",
            "SELECT ?",
            "select \u202e1",
            "éàü",
            "EXPLAIN",
            "WITH")) {
      assertThat(probe().inspect(text)).as(text).isNotNull();
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void functionsAreReported() {
    assertThat(probe().inspect("SELECT upper(note), abs(id) FROM orders").functions())
        .contains("upper", "abs");
  }

  /** What is remembered of a statement and of a view serves every other view and statement. */
  @Test
  default void aStatementIsNarrowedToEachOfItsViews() {
    TableName orders = named("orders");
    String quoted = probe().engine().dialect().quote(orders);
    TableView few = new TableView(orders, "SELECT * FROM " + quoted + " WHERE id < 12");
    TableView rest = new TableView(orders, "SELECT * FROM " + quoted + " WHERE id >= 12");
    String all = "SELECT id FROM orders ORDER BY id";
    String joined =
        "SELECT o.id FROM orders o JOIN orders p ON p.id = o.id WHERE o.id <> 3 ORDER BY 1";
    List<List<Object>> whole = probe().rows(all);
    for (String sql : List.of(all, joined, all, joined)) {
      List<List<Object>> found = new ArrayList<>(probe().rowsUnder(few, sql));
      assertThat(found).as(sql).isNotEmpty().hasSizeLessThan(whole.size());
      found.addAll(probe().rowsUnder(rest, sql));
      assertThat(found).as(sql).isEqualTo(whole);
      assertThat(probe().rows(sql)).as(sql).isEqualTo(whole);
    }
  }

  private List<String> tables(String sql) {
    Inspection inspection = probe().inspect(sql);
    assertThat(inspection.reasons()).as(sql).isEmpty();
    return inspection.tables().stream().map(TableName::table).toList();
  }
}
