package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
  @Test
  void comparesAsMultisetsUnlessOrdered() {
    List<List<Object>> rows = List.of(List.of("a"), List.of("b"), List.of("b"));
    List<List<Object>> other = List.of(List.of("b"), List.of("a"), List.of("b"));
    List<List<Object>> fewer = List.of(List.of("a"), List.of("a"), List.of("b"));
    assertThat(RowComparison.same(rows, other, false)).isTrue();
    assertThat(RowComparison.same(rows, other, true)).isFalse();
    assertThat(RowComparison.same(rows, fewer, false)).isFalse();
  }

  @Test
  void comparesNumbersByValueAndNotWithTexts() {
    assertThat(same(3L, new BigDecimal("3.0"))).isTrue();
    assertThat(same(1.0 / 3, 0.333333333333)).isTrue();
    assertThat(same("3", 3L)).isFalse();
    assertThat(same(3L, 4L)).isFalse();
  }

  @Test
  void takesAPeriodForItsFirstDay() {
    assertThat(same(2020L, "2020-01-01")).isTrue();
    assertThat(same(2020L, "2020-02-01")).isFalse();
    assertThat(same("2025-01", "2025-01-01")).isTrue();
    assertThat(same("2025-03", "2025-03-01")).isTrue();
    assertThat(same("2025-03-01T00:00:00", "2025-03-01")).isTrue();
    assertThat(same("2025-Q2", "2025-04-01")).isTrue();
    assertThat(same("2025-03-01T00:00:01", "2025-03-01")).isFalse();
    assertThat(same("2025-13", "2025-13-01")).isFalse();
  }

  @Test
  void findsOrderAtTheTopLevelOnly() {
    assertThat(RowComparison.isOrdered("SELECT a FROM t ORDER BY a")).isTrue();
    assertThat(RowComparison.isOrdered("SELECT a FROM (SELECT a FROM t ORDER BY a)")).isFalse();
  }

  @Test
  void tellsPatternsApart() {
    assertThat(Pattern.of("SELECT count(*) FROM t")).isEqualTo(Pattern.COUNT);
    assertThat(Pattern.of("SELECT a FROM t WHERE b IN (SELECT b FROM u)"))
        .isEqualTo(Pattern.NESTED);
    assertThat(Pattern.of("SELECT a FROM t GROUP BY a ORDER BY count(*) LIMIT 1"))
        .isEqualTo(Pattern.TOP_OF_GROUPS);
  }

  private static boolean same(Object one, Object other) {
    return RowComparison.same(List.of(List.of(one)), List.of(List.of(other)), false);
  }
}
