package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.policy.GovernedSqlMaker;
import dev.alidade.sql.Reason;
import org.junit.jupiter.api.Test;

/** A failure says what, where and what next, and leaves the engine working. */
interface ErrorContract extends EngineFixture {
  @Test
  default void aSyntaxErrorPointsAtItsCharacter() {
    String sql = "SELECT id\nFROM orders\nWHERE id = = 3";
    Reason reason = probe().refusal(sql);
    assertThat(reason.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    Location location = reason.location().orElseThrow();
    assertThat(location.line()).isEqualTo(3);
    assertThat(location.column()).isBetween(10, 12);
    assertThat(location).isEqualTo(Location.of(sql, location.offset()));
  }

  @Test
  default void positionsCountAsJavaDoesBehindUnicode() {
    String sql = "SELECT 'größe 😀 ✓' AS a FRM orders";
    Reason reason = probe().refusal(sql);
    assertThat(reason.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(reason.location().orElseThrow().offset())
        .isBetween(sql.indexOf("FRM"), sql.indexOf("orders"));
  }

  @Test
  default void anUnfinishedStatementIsASyntaxError() {
    for (String sql : new String[] {"SELECT", "SELECT id FROM", "SELECT (1", "SELECT 'open"}) {
      assertThat(probe().refusal(sql).code()).as(sql).isEqualTo(ErrorCode.SYNTAX_ERROR);
    }
  }

  @Test
  default void anUnknownTableIsNamed() {
    AlidadeException failure = probe().failure("SELECT id FROM ordrs");
    assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(failure).hasMessageContaining("ordrs").hasMessageContaining("orders");
  }

  @Test
  default void anUnknownColumnIsNamed() {
    AlidadeException failure = probe().failure("SELECT id, amuont FROM orders");
    assertThat(failure.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(failure).hasMessageContaining("amuont").hasMessageContaining("amount");
  }

  @Test
  default void anUnknownFunctionIsNamed() {
    AlidadeException failure = probe().failure("SELECT uper(note) FROM orders");
    assertThat(failure.code()).isEqualTo(ErrorCode.FUNCTION_NOT_FOUND);
    assertThat(failure).hasMessageContaining("uper").hasMessageContaining("upper");
  }

  @Test
  default void anAmbiguousColumnIsNamed() {
    AlidadeException failure =
        probe().failure("SELECT id FROM orders JOIN customers ON customer_id = customers.id");
    assertThat(failure.code()).isEqualTo(ErrorCode.AMBIGUOUS_NAME);
    assertThat(failure).hasMessageContaining("id");
  }

  @Test
  default void theEngineGoesOnAfterErrors() {
    for (int round = 0; round < 50; round++) {
      assertThat(probe().failure("SELECT no_such FROM orders").code())
          .isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    }
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void anotherSourcesStatementIsRefused() {
    ExecutionRequest request =
        new ExecutionRequest(
            GovernedSqlMaker.forge("another", "SELECT 1"), Parameters.NONE, Cancellation.never());
    AlidadeException failure = EngineProbe.failure(() -> probe().engine().execute(request).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.SQL_DENIED);
    assertThat(failure).hasMessageContaining("another");
  }
}
