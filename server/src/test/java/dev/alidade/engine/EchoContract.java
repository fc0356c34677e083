package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bound value reaches the database and comes back as it was. */
interface EchoContract extends EngineFixture {
  @Test
  default void booleansComeBack() {
    comesBack(true);
    comesBack(false);
  }

  @Test
  default void wholeNumbersComeBackToTheirEnds() {
    for (long value : new long[] {0, -1, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE}) {
      comesBack(value);
    }
  }

  @Test
  default void decimalsComeBackWithEveryDigit() {
    for (String digits : List.of("0.1", "19.99", "-12345678901.123456789", "0.00")) {
      BigDecimal value = new BigDecimal(digits);
      Object answer = probe().cell("SELECT ?", value);
      if (can(Capability.EXACT_DECIMAL)) {
        assertThat((BigDecimal) answer).isEqualByComparingTo(value);
      } else {
        assertThat(((Number) answer).doubleValue()).isEqualTo(value.doubleValue());
      }
    }
  }

  @Test
  default void doublesComeBackBitByBit() {
    for (double value : new double[] {0.1, -2.5, 1e300, 4.9e-300, 123456789.125}) {
      comesBack(value);
    }
  }

  @Test
  default void textsComeBackWhateverTheyHold() {
    for (String value :
        List.of(
            "",
            "plain",
            "it's \"quoted\" `so`",
            "back\\slash \\' and %_",
            "größe 😀\tline\r\nbreak",
            "-- no comment /* neither */ ; ? $1 :name",
            "x".repeat(100_000))) {
      comesBack(value);
    }
  }

  @Test
  default void datesComeBack() {
    comesBack(LocalDate.of(2024, 2, 29));
    comesBack(LocalDate.of(1900, 1, 1));
    comesBack(LocalDate.of(9999, 12, 31));
  }

  @Test
  default void timestampsComeBackToTheMicrosecond() {
    comesBack(LocalDateTime.of(2024, 5, 1, 10, 11, 12));
    comesBack(LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000));
    comesBack(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000));
  }

  @Test
  default void zonedTimestampsComeBackAsTheSameMoment() {
    OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneOffset.ofHours(-7));
    Object answer = probe().cell("SELECT ?", value);
    if (can(Capability.ZONED_TIMESTAMP)) {
      assertThat(((OffsetDateTime) answer).toInstant()).isEqualTo(value.toInstant());
      return;
    }
    assertThat(answer).isEqualTo(echoed(value));
  }

  @Test
  default void bytesComeBack() {
    byte[] all = new byte[256];
    for (int value = 0; value < all.length; value++) {
      all[value] = (byte) value;
    }
    comesBack(all);
    comesBack(new byte[0]);
  }

  @Test
  default void timesAndIdsComeBackAsTheyAreOrAsText() {
    LocalTime time = LocalTime.of(10, 30);
    assertThat(probe().cell("SELECT ?", time)).isIn(time, "10:30:00");
    UUID id = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    assertThat(probe().cell("SELECT ?", id)).isIn(id, id.toString());
  }

  @Test
  default void nullComesBack() {
    assertThat(probe().cell("SELECT ?", (Object) null)).isNull();
    assertThat(probe().number("SELECT count(*) FROM orders WHERE ? IS NULL", (Object) null))
        .isEqualTo(4);
  }

  @Test
  default void valuesCompareInsideAndBetween() {
    assertThat(probe().number("SELECT count(*) FROM orders WHERE id IN (?, ?, ?)", 10L, 12L, 99L))
        .isEqualTo(2);
    assertThat(
            probe()
                .number(
                    "SELECT count(*) FROM orders WHERE amount BETWEEN ? AND ?",
                    new BigDecimal("0.15"),
                    20L))
        .isEqualTo(2);
    assertThat(probe().number("SELECT count(*) FROM orders WHERE note LIKE ?", "gr%")).isEqualTo(1);
    assertThat(
            probe()
                .number(
                    "SELECT count(*) FROM orders WHERE placed_at = ?",
                    LocalDateTime.of(2023, 12, 31, 0, 0)))
        .isEqualTo(1);
    assertThat(
            probe()
                .number(
                    "SELECT count(*) FROM orders WHERE placed_at >= ? AND placed_at < ?",
                    LocalDateTime.of(2024, 5, 1, 10, 0),
                    LocalDateTime.of(2024, 5, 2, 23, 59, 59)))
        .isEqualTo(1);
  }

  @Test
  default void aStatementTakesOtherValuesTheNextTime() {
    String sql = "SELECT count(*) FROM orders WHERE note = ? OR id = ?";
    assertThat(probe().number(sql, "first", 11L)).isEqualTo(2);
    assertThat(probe().number(sql, null, 11L)).isEqualTo(1);
    assertThat(probe().number(sql, "none", -1L)).isZero();
    assertThat(probe().number(sql, "größe ✓", Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  default void namesInTextsAndCommentsAreNoParameters() {
    if (!can(Capability.NAMED_PARAMETERS)) {
      assertThat(EngineProbe.failure(() -> probe().rowsNamed("SELECT $x", Map.of("x", 1L))).code())
          .isEqualTo(ErrorCode.NOT_SUPPORTED);
      return;
    }
    assertThat(
            probe()
                .rowsNamed(
                    "SELECT '$no ?', id /* $neither ? */ FROM orders -- $nor ?\nWHERE id = $id",
                    Map.of("id", 10L)))
        .containsExactly(List.of("$no ?", 10L));
  }

  private void comesBack(Object value) {
    assertThat(probe().cell("SELECT ?", value)).isEqualTo(echoed(value));
  }
}
