package dev.alidade.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements do is said, in words, and where it is not known nothing is said. */
class ExplainSqlTest {
  private static final SemanticModel MODEL =
      new SemanticModel(
          "crm",
          Optional.empty(),
          List.of(
              new Dataset(
                  "purchases",
                  TableName.of("orders"),
                  Optional.empty(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(
                      new Field(
                          "order_value",
                          new Formula.Column("purchases", "total"),
                          Optional.empty(),
                          List.of(),
                          false,
                          false,
                          Optional.empty(),
                          Map.of())))),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          1);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "postgres", "mysql", "trino"})
  void everyPartIsSaid(String engine) {
    try (AdviceHouse house = new AdviceHouse(folder, engine)) {
      ExplainSqlOutput output =
          house.explain(
              AdviceHouse.CHIEF,
              """
              SELECT c.city, COUNT(*) AS orders_made, AVG(o.total) AS mean
              FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id
              WHERE o.status = 'open' AND o.total BETWEEN 5 AND 50
              GROUP BY c.city HAVING COUNT(*) >= 2
              ORDER BY orders_made DESC LIMIT 3""");

      assertThat(output.understood()).isTrue();
      assertThat(output.steps()).hasSize(1);
      assertThat(output.steps().getFirst().does())
          .containsExactly(
              "Takes the rows of orders.",
              "Adds the rows of customers where customers' customer id is orders' customer id; rows without such stay, with nothing beside them.",
              "Keeps rows where orders' status is \"open\" and orders' total is from 5 to 50.",
              "Groups them: one row for each customers' city.",
              "Keeps groups where the number of rows is at least 2.",
              "Shows customers' city, the number of rows as \"orders_made\", the average of orders' total as \"mean\".",
              "Sorts by orders made, the greatest first.",
              "Keeps the first 3 rows.");
    }
  }

  @Test
  void queriesWithinAreSteps() {
    try (AdviceHouse house = new AdviceHouse(folder, "duckdb")) {
      ExplainSqlOutput output =
          house.explain(
              AdviceHouse.CHIEF,
              """
              WITH large AS (SELECT customer_id FROM orders WHERE total > 15)
              SELECT full_name FROM customers WHERE customer_id IN (SELECT customer_id FROM large)
              UNION
              SELECT city FROM customers WHERE city LIKE '%on%' OR city IS NULL""");

      assertThat(output.understood()).isTrue();
      assertThat(output.steps())
          .extracting(ExplainSqlOutput.Step::name)
          .startsWith("large")
          .endsWith("the result")
          .hasSize(5);
      assertThat(output.steps().toString())
          .contains("Keeps rows where total is more than 15.")
          .contains("customer id is among part")
          .contains("city contains \"on\" or city has no value")
          .contains("each row once");
      assertThat(output.tables()).hasSize(2);
    }
  }

  @Test
  void theModelsWordsAreUsed() {
    try (AdviceHouse house = new AdviceHouse(folder, "sqlite", MODEL)) {
      assertThat(house.explain(AdviceHouse.CHIEF, "SELECT SUM(total) FROM orders").explanation())
          .isEqualTo("Takes the rows of purchases. Shows the sum of order value.");
    }
  }

  @Test
  void windowsAndCasesAreSaid() {
    try (AdviceHouse house = new AdviceHouse(folder, "postgres")) {
      assertThat(
              house
                  .explain(
                      AdviceHouse.CHIEF,
                      "SELECT CASE WHEN total > 15 THEN 'large' ELSE 'small' END AS size, RANK() OVER (PARTITION BY status ORDER BY total DESC) AS place FROM orders")
                  .explanation())
          .contains("\"large\" if total is more than 15, else \"small\" as \"size\"")
          .contains("the rank within each status in order of total, the greatest first");
    }
  }

  @Test
  void whatIsReadOtherwiseIsNotGuessed() {
    try (AdviceHouse house = new AdviceHouse(folder, "duckdb")) {
      // Division of whole numbers here, a comment to the parser that finds the words.
      ExplainSqlOutput output =
          house.explain(AdviceHouse.CHIEF, "SELECT 1 // 1 UNION ALL SELECT total FROM orders");

      assertThat(output.understood()).isFalse();
      assertThat(output.steps()).isEmpty();
      assertThat(output.explanation()).contains("nothing is guessed");
      assertThat(output.tables()).hasSize(1);
    }
  }

  @Test
  void whatMayNotBeSeenIsRefused() {
    try (AdviceHouse house = new AdviceHouse(folder, "sqlite")) {
      for (String sql : List.of("SELECT salary FROM payroll", "SELECT city FROM customers")) {
        assertThatThrownBy(() -> house.explain(AdviceHouse.CLERK, sql))
            .as(sql)
            .isInstanceOf(AlidadeException.class);
      }
      assertThatThrownBy(() -> house.explain(AdviceHouse.CHIEF, "DELETE FROM orders"))
          .isInstanceOf(AlidadeException.class);
    }
  }
}
