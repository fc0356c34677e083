package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void keepsNumbersThatADoubleHoldsExactly() {
    assertThat(Cells.toJson(9_007_199_254_740_991L)).isEqualTo(9_007_199_254_740_991L);
    assertThat(Cells.toJson(new BigDecimal("12.30"))).isEqualTo(new BigDecimal("12.30"));
    assertThat(Cells.toJson(BigInteger.TEN)).isEqualTo(10L);
  }

  @Test
  void writesOthersAsText() {
    assertThat(Cells.toJson(9_007_199_254_740_992L)).isEqualTo("9007199254740992");
    assertThat(Cells.toJson(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(Cells.toJson(new BigDecimal("1234567890123456.7"))).isEqualTo("1234567890123456.7");
    assertThat(Cells.toJson(BigInteger.TWO.pow(100))).isEqualTo("1267650600228229401496703205376");
    assertThat(Cells.toJson(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void writesTimesInIsoForm() {
    assertThat(Cells.toJson(LocalDate.of(2024, 5, 1))).isEqualTo("2024-05-01");
    assertThat(Cells.toJson(LocalDateTime.of(2024, 5, 1, 10, 0))).isEqualTo("2024-05-01T10:00:00");
    assertThat(Cells.toJson(OffsetDateTime.parse("2024-05-01T12:00:00+02:00")))
        .isEqualTo("2024-05-01T10:00:00Z");
  }

  @Test
  void writesNestedValues() {
    assertThat(Cells.toJson(Arrays.asList(1L, null, "x"))).isEqualTo(Arrays.asList(1L, null, "x"));
    assertThat(Cells.toJson(Map.of("big", List.of(Long.MAX_VALUE))))
        .isEqualTo(Map.of("big", List.of("9223372036854775807")));
    assertThat(Cells.toJson(new byte[] {1, 2})).isEqualTo("AQI=");
  }
}
