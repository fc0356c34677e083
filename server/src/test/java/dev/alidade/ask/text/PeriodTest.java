package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final Period YEAR_2024 = Period.of(TimeGrain.YEAR, LocalDate.of(2024, 1, 1));
  private static final Period YEAR_2025 = Period.of(TimeGrain.YEAR, LocalDate.of(2025, 1, 1));

  @Test
  void hasEndsWhereItIsLongerThanOne() {
    assertThat(YEAR_2024.through(YEAR_2025).ends())
        .isEqualTo(Optional.of(List.of(YEAR_2024, YEAR_2025)));
    assertThat(YEAR_2024.ends()).isEmpty();
    assertThat(YEAR_2024.andLater().ends()).isEmpty();
  }

  @Test
  void isApartFromThoseItSharesNoDayWith() {
    assertThat(YEAR_2024.isApartFrom(YEAR_2025)).isTrue();
    assertThat(YEAR_2025.isApartFrom(YEAR_2024)).isTrue();
    assertThat(YEAR_2024.isApartFrom(YEAR_2024.through(YEAR_2025))).isFalse();
    assertThat(YEAR_2024.isApartFrom(YEAR_2025.andLater())).isFalse();
  }

  @Test
  void isCalledByWhatItSpans() {
    assertThat(YEAR_2024.label()).isEqualTo("2024");
    assertThat(YEAR_2024.through(YEAR_2025).label()).isEqualTo("2024 to 2025");
    assertThat(Period.of(TimeGrain.MONTH, LocalDate.of(2025, 6, 1)).label()).isEqualTo("2025-06");
    assertThat(Period.of(TimeGrain.DAY, LocalDate.of(2025, 6, 3)).label()).isEqualTo("2025-06-03");
  }
}
