package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values come back as what the database holds. */
interface TypeContract extends EngineFixture {
  @Test
  default void integersKeepAll64Bits() {
    assertThat(probe().cell("SELECT quantity FROM order_lines WHERE product = 'rope'"))
        .isEqualTo(9007199254740993L);
    assertThat(probe().cell("SELECT 9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(probe().cell("SELECT -5")).isEqualTo(-5L);
  }

  @Test
  default void nullIsNullInEveryType() {
    List<List<Object>> rows =
        probe().rows("SELECT weight, placed_at, photo FROM orders WHERE id = 12");
    assertThat(rows).containsExactly(Arrays.asList(null, null, null));
    assertThat(probe().cell("SELECT amount FROM orders WHERE id = 13")).isNull();
    assertThat(probe().cell("SELECT paid FROM orders WHERE id = 13")).isNull();
    assertThat(probe().cell("SELECT NULL")).isNull();
  }

  @Test
  default void textKeepsUnicodeQuotesAndEmptiness() {
    assertThat(probe().rows("SELECT note FROM orders ORDER BY id"))
        .containsExactly(
            List.of("first"), Arrays.asList((Object) null), List.of("größe ✓"), List.of(""));
    assertThat(probe().cell("SELECT name FROM customers WHERE id = 3"))
        .isEqualTo("Zoë \"Zed\" O'Brien");
    assertThat(probe().cell("SELECT '😀 line\nbreak'")).isEqualTo("😀 line\nbreak");
  }

  @Test
  default void decimalsAreExactWhereTheEngineSaysSo() {
    Object sum = probe().cell("SELECT sum(amount) FROM orders WHERE id IN (11, 12)");
    if (can(Capability.EXACT_DECIMAL)) {
      assertThat(sum).isInstanceOf(BigDecimal.class).isEqualTo(new BigDecimal("0.30"));
      return;
    }
    assertThat(((Number) sum).doubleValue()).isBetween(0.2999999, 0.3000001);
  }

  @Test
  default void floatsAreDoubles() {
    assertThat(probe().cell("SELECT weight FROM orders WHERE id = 11")).isEqualTo(1.25);
    assertThat(kindOf("SELECT weight FROM orders")).isEqualTo(kind(TypeKind.FLOAT));
  }

  @Test
  default void declaredTypesDecideTheKind() {
    assertThat(
            probe().columns("SELECT id, note, amount FROM orders").stream()
                .map(ResultColumn::type)
                .map(DataType::kind))
        .containsExactly(kind(TypeKind.INTEGER), kind(TypeKind.TEXT), kind(TypeKind.DECIMAL));
    assertThat(kindOf("SELECT photo FROM orders")).isEqualTo(kind(TypeKind.BINARY));
  }

  @Test
  default void datesAreDates() {
    assertThat(kindOf("SELECT joined FROM customers")).isEqualTo(kind(TypeKind.DATE));
    Object value = probe().cell("SELECT joined FROM customers WHERE id = 2");
    if (kind(TypeKind.DATE) == TypeKind.DATE) {
      assertThat(value).isEqualTo(LocalDate.of(2024, 2, 29));
      return;
    }
    assertThat(value).isEqualTo("2024-02-29");
  }

  @Test
  default void timestampsAreDateTimes() {
    assertThat(kindOf("SELECT placed_at FROM orders")).isEqualTo(kind(TypeKind.TIMESTAMP));
    Object value = probe().cell("SELECT placed_at FROM orders WHERE id = 11");
    if (kind(TypeKind.TIMESTAMP) == TypeKind.TIMESTAMP) {
      assertThat(value).isEqualTo(LocalDateTime.of(2024, 5, 2, 23, 59, 59));
      return;
    }
    assertThat(value).isEqualTo("2024-05-02 23:59:59");
  }

  @Test
  default void booleansAreBooleans() {
    assertThat(kindOf("SELECT paid FROM orders")).isEqualTo(kind(TypeKind.BOOLEAN));
    Object value = probe().cell("SELECT paid FROM orders WHERE id = 10");
    assertThat(value).isEqualTo(kind(TypeKind.BOOLEAN) == TypeKind.BOOLEAN ? (Object) true : 1L);
  }

  @Test
  default void binaryIsBytes() {
    assertThat(probe().cell("SELECT photo FROM orders WHERE id = 10"))
        .isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  default void columnsKeepTheirNamesEvenTwice() {
    assertThat(
            probe().columns("SELECT 1 AS a, 2 AS a, 3 AS \"Ünï c\"").stream()
                .map(ResultColumn::name))
        .containsExactly("a", "a", "Ünï c");
    assertThat(probe().rows("SELECT 1 AS a, 2 AS a")).containsExactly(List.of(1L, 2L));
  }

  @Test
  default void anEmptyResultHasColumns() {
    try (ResultStream result = probe().start("SELECT a, b FROM empty_table")) {
      assertThat(result.columns()).extracting(ResultColumn::name).containsExactly("a", "b");
      assertThat(result.next()).isEmpty();
      assertThat(result.next()).isEmpty();
    }
  }

  @Test
  default void primitivesAgreeWithValues() {
    try (ResultStream result = probe().start("SELECT n, n * 0.5e0 FROM numbers WHERE n < 50")) {
      Optional<Batch> next = result.next();
      while (next.isPresent()) {
        Batch batch = next.get();
        for (int row = 0; row < batch.rows(); row++) {
          long n = batch.longValue(0, row);
          assertThat(batch.value(0, row)).isEqualTo(n);
          assertThat(batch.doubleValue(1, row)).isEqualTo(n * 0.5);
          assertThat(batch.isNull(1, row)).isFalse();
        }
        next = result.next();
      }
    }
  }

  private TypeKind kindOf(String sql) {
    return probe().columns(sql).getFirst().type().kind();
  }
}
