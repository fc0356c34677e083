package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values are bound, never spliced. */
interface ParameterContract extends EngineFixture {
  @Test
  default void positionalParametersBindInOrder() {
    assertThat(probe().rows("SELECT id FROM orders WHERE customer_id = ? AND id > ?", 1L, 10L))
        .containsExactly(List.of(11L));
    assertThat(probe().number("SELECT count(*) FROM customers WHERE name = ?", "Ada")).isEqualTo(1);
  }

  @Test
  default void namedParametersBindByName() {
    String sql = "SELECT id FROM orders WHERE customer_id = $customer AND id >= $first ORDER BY id";
    Map<String, Object> values = Map.of("first", 11L, "customer", 1L);
    if (can(Capability.NAMED_PARAMETERS)) {
      assertThat(probe().rowsNamed(sql, values)).containsExactly(List.of(11L));
      return;
    }
    AlidadeException failure = EngineProbe.failure(() -> probe().rowsNamed(sql, values));
    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
  }

  @Test
  default void aNamedParameterMayStandTwice() {
    if (can(Capability.NAMED_PARAMETERS)) {
      assertThat(
              probe()
                  .rowsNamed(
                      "SELECT count(*) FROM orders WHERE id = $x OR customer_id = $x",
                      Map.of("x", 10L)))
          .containsExactly(List.of(1L));
    }
  }

  @Test
  default void everyKindOfValueBinds() {
    assertThat(
            probe().number("SELECT count(*) FROM orders WHERE amount = ?", new BigDecimal("19.99")))
        .isEqualTo(1);
    assertThat(probe().number("SELECT count(*) FROM orders WHERE weight > ?", 1.0)).isEqualTo(2);
    assertThat(probe().number("SELECT count(*) FROM orders WHERE paid = ?", true)).isEqualTo(2);
    assertThat(
            probe()
                .number(
                    "SELECT count(*) FROM customers WHERE joined = ?", LocalDate.of(2024, 2, 29)))
        .isEqualTo(1);
    assertThat(
            probe()
                .number(
                    "SELECT count(*) FROM orders WHERE placed_at < ?",
                    LocalDateTime.of(2024, 1, 1, 0, 0)))
        .isEqualTo(1);
    assertThat(
            probe().cell("SELECT id FROM orders WHERE photo = ?", (Object) new byte[] {97, 98, 99}))
        .isEqualTo(10L);
    assertThat(probe().number("SELECT count(*) FROM orders WHERE note = ?", (Object) null))
        .isZero();
  }

  @Test
  default void hostileValuesStayValues() {
    String hostile = "x'; DROP TABLE orders; --";
    assertThat(probe().number("SELECT count(*) FROM orders WHERE note = ?", hostile)).isZero();
    assertThat(probe().cell("SELECT ?", hostile)).isEqualTo(hostile);
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
  }

  @Test
  default void aWrongNumberOfValuesIsRefused() {
    AlidadeException few =
        probe().failure("SELECT id FROM orders WHERE id = ? AND customer_id = ?", 1L);
    assertThat(few.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(few).hasMessageContaining("2").hasMessageContaining("1");
    assertThat(probe().failure("SELECT id FROM orders WHERE id = ?").code())
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(probe().failure("SELECT id FROM orders WHERE id = ?", 1L, 2L).code())
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(probe().failure("SELECT id FROM orders", 1L).code())
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
  }

  @Test
  default void aMissingOrUnknownNameIsRefused() {
    if (!can(Capability.NAMED_PARAMETERS)) {
      return;
    }
    String sql = "SELECT id FROM orders WHERE customer_id = $customer";
    AlidadeException missing =
        EngineProbe.failure(() -> probe().rowsNamed(sql, Map.of("custmer", 1L)));
    assertThat(missing.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(missing).hasMessageContaining("customer");
    AlidadeException extra =
        EngineProbe.failure(() -> probe().rowsNamed(sql, Map.of("customer", 1L, "colour", "red")));
    assertThat(extra.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(extra).hasMessageContaining("colour");
  }

  @Test
  default void namesForPositionsAndPositionsForNamesAreRefused() {
    assertThat(
            EngineProbe.failure(
                    () -> probe().rowsNamed("SELECT id FROM orders WHERE id = ?", Map.of("a", 1L)))
                .code())
        .isEqualTo(
            can(Capability.NAMED_PARAMETERS)
                ? ErrorCode.PARAMETER_INVALID
                : ErrorCode.NOT_SUPPORTED);
    assertThat(probe().failure("SELECT id FROM orders WHERE id = $a AND id = $b", 1L).code())
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
  }
}
