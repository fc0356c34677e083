package dev.alidade.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that fail get corrections that run; what cannot be mended gets none. */
class FixSqlTest {
  /** A statement that every engine refuses, and words of what one correction changes. */
  private static final Map<String, String> EVERYWHERE =
      Map.ofEntries(
          Map.entry("SELECT statsu FROM orders", "column `status` instead of `statsu`"),
          Map.entry("SELECT name FROM customers", "column `full_name` instead of `name`"),
          Map.entry("SELECT status FROM order_s", "table `"),
          Map.entry(
              "SELECT o.city FROM orders o JOIN customers c ON c.customer_id = o.customer_id",
              "`city` belongs to `c`, not to `o`"),
          Map.entry(
              "SELECT customer_id FROM orders o JOIN customers c ON c.customer_id = o.customer_id",
              "`customer_id` is that of `o`"),
          Map.entry("SELECT status FROMM orders", "FROM instead of FROMM"),
          Map.entry("SELCT status FROM orders", "SELECT instead of SELCT"),
          Map.entry("SELECT status FROM orders WHER total > 5", "WHERE instead of WHER"),
          Map.entry("SELECT count(* FROM orders", "a closing parenthesis more"),
          Map.entry("SELECT status FROM orders WHERE status = 'open", "a closing quote"),
          Map.entry("SELECT statsu, totl FROM orders", "column `total` instead of `totl`"),
          Map.entry("SELECT TOP 5 status FROM orders", "instead of TOP 5"));

  /** What some engines read, and others refuse; where it is refused it is mended. */
  private static final Map<String, String> SOMEWHERE =
      Map.ofEntries(
          Map.entry("SELECT status, count(*) FROM orders", "grouped by status"),
          Map.entry(
              "SELECT status, customer_id, count(*) AS n FROM orders GROUP BY status ORDER BY n",
              "grouped by customer_id"),
          Map.entry("SELECT * FROM orders WHERE status = \"open\"", "'open' is a text"),
          Map.entry("SELECT `status` FROM orders", "names quoted as this source does"),
          Map.entry("SELECT nvl(status, 'none') FROM orders", "coalesce(status, 'none')"),
          Map.entry("SELECT len(status) FROM orders", "length(status) instead of LEN"),
          Map.entry("SELECT year(placed_on) FROM orders", "instead of YEAR"),
          Map.entry("SELECT status FROM orders WHERE total = 'x' OR total = '5'", ""),
          Map.entry("SELECT n FROM (SELECT count(*) AS n FROM orders)", "a name for the query"),
          Map.entry("SELECT status, total, FROM orders", "a comma less"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "postgres", "mysql", "trino"})
  void slipsAreMended(String engine) {
    SoftAssertions judged = new SoftAssertions();
    try (AdviceHouse house = new AdviceHouse(folder, engine)) {
      EVERYWHERE.forEach(
          (sql, change) -> {
            FixSqlOutput output = house.fix(AdviceHouse.CHIEF, sql);
            judged.assertThat(output.mistake()).as(sql).isPresent();
            mended(judged, house, sql, change, output);
          });
      int refused = 0;
      for (Map.Entry<String, String> one : SOMEWHERE.entrySet()) {
        FixSqlOutput output = house.fix(AdviceHouse.CHIEF, one.getKey());
        if (output.mistake().isPresent() && !one.getValue().isEmpty()) {
          refused++;
          mended(judged, house, one.getKey(), one.getValue(), output);
        }
      }
      judged.assertThat(refused).as("refused by " + engine).isPositive();
    }
    judged.assertAll();
  }

  private static void mended(
      SoftAssertions judged, AdviceHouse house, String sql, String change, FixSqlOutput output) {
    judged
        .assertThat(output.fixes())
        .as("%s: %s", sql, output)
        .hasSizeBetween(1, 3)
        .anySatisfy(fix -> assertThat(String.join("; ", fix.changes())).contains(change));
    for (FixSqlOutput.Fix fix : output.fixes()) {
      judged.assertThat(house.rows(fix.sql())).as(fix.sql()).isNotNull();
      judged.assertThat(fix.diff()).startsWith("- ").contains("\n+ ");
    }
  }

  @Test
  void theBestGuessIsFirst() {
    try (AdviceHouse house = new AdviceHouse(folder, "sqlite")) {
      FixSqlOutput output = house.fix(AdviceHouse.CHIEF, "SELECT full_nam\nFROM customers");

      assertThat(output.fixes().getFirst().sql()).isEqualTo("SELECT full_name\nFROM customers");
      assertThat(output.fixes().getFirst().diff())
          .isEqualTo("- SELECT full_nam\n+ SELECT full_name");
      assertThat(output.mistake().orElseThrow().line()).contains(1);
    }
  }

  @Test
  void onlyWhatTheCallerSeesIsProposed() {
    try (AdviceHouse house = new AdviceHouse(folder, "sqlite")) {
      for (String sql :
          List.of(
              "SELECT salary FROM payrol",
              "SELECT salary FROM payroll",
              "SELECT citty FROM customers",
              "SELECT o.city FROM orders o JOIN customers c ON c.customer_id = o.customer_id")) {
        FixSqlOutput output = house.fix(AdviceHouse.CLERK, sql);
        assertThat(output.mistake()).as(sql).isPresent();
        assertThat(output.fixes().toString()).as(sql).doesNotContain("payroll", "city FROM");
        assertThat(output.fixes()).as(sql).noneMatch(fix -> fix.sql().contains("c.city"));
      }
      assertThat(house.fix(AdviceHouse.CHIEF, "SELECT salary FROM payrol").fixes()).isNotEmpty();
    }
  }

  @Test
  void whatRunsIsLeftAlone() {
    try (AdviceHouse house = new AdviceHouse(folder, "duckdb")) {
      FixSqlOutput fine = house.fix(AdviceHouse.CHIEF, "SELECT status FROM orders");
      assertThat(fine.fixes()).isEmpty();
      assertThat(fine.explanation()).contains("nothing to fix");

      FixSqlOutput never =
          house.fix(AdviceHouse.CHIEF, "SELECT * FROM orders WHERE status <> NULL OR total = NULL");
      assertThat(never.fixes().getFirst().sql())
          .isEqualTo("SELECT * FROM orders WHERE status IS NOT NULL OR total IS NULL");
    }
  }

  @Test
  void whatCannotBeMendedIsSaid() {
    try (AdviceHouse house = new AdviceHouse(folder, "duckdb")) {
      FixSqlOutput nonsense = house.fix(AdviceHouse.CHIEF, "please give me the data");
      assertThat(nonsense.fixes()).isEmpty();
      assertThat(nonsense.explanation()).contains("no small change");

      FixSqlOutput write = house.fix(AdviceHouse.CHIEF, "DELETE FROM orders");
      assertThat(write.fixes()).isEmpty();
      assertThat(write.mistake().orElseThrow().code()).isEqualTo(ErrorCode.NOT_READ_ONLY);
      assertThat(house.rows("SELECT count(*) FROM orders").getFirst().getFirst().toString())
          .isEqualTo("2");
    }
  }
}
