package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine itself refuses to write, even if a gate were wrong. */
interface ReadOnlyContract extends EngineFixture {
  List<String> WRITES =
      List.of(
          "INSERT INTO customers VALUES (99, 'Eve', NULL, NULL)",
          "UPDATE orders SET note = 'changed'",
          "DELETE FROM orders",
          "CREATE TABLE stolen AS SELECT * FROM payroll",
          "DROP TABLE orders",
          "DROP VIEW paid_orders",
          "ALTER TABLE orders ADD COLUMN extra INTEGER",
          "DROP TABLE orders; SELECT 1",
          "INSERT INTO customers VALUES (98, 'Eve', NULL, NULL); SELECT 1",
          "SELECT 1; DELETE FROM orders",
          "WITH gone AS (DELETE FROM orders RETURNING id) SELECT id FROM gone");

  @Test
  default void aWriteThatPassedTheGateFailsInTheEngine() {
    for (String write : WRITES) {
      AlidadeException failure = probe().forgedFailure(write);
      assertThat(failure.code().type())
          .as("%s -> %s", write, failure.getMessage())
          .isIn(ErrorType.DENIED, ErrorType.USER);
      assertThat(probe().number("SELECT count(*) FROM orders")).as(write).isEqualTo(4);
      assertThat(probe().number("SELECT count(*) FROM customers")).as(write).isEqualTo(3);
      assertThat(probe().number("SELECT count(*) FROM orders WHERE note = 'changed'"))
          .as(write)
          .isZero();
    }
    assertThat(probe().engine().readCatalog().table("stolen")).isEmpty();
  }
}
