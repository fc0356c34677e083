package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

  @ParameterizedTest
  @CsvSource({
    "fiscal year 2025, 7, 2024-07-01, 2025-07-01",
    "fiscal 2025, 7, 2024-07-01, 2025-07-01",
    "FY25, 10, 2024-10-01, 2025-10-01",
    "FY 2025, 1, 2025-01-01, 2026-01-01",
    "fiscal Q1 2025, 7, 2024-07-01, 2024-10-01",
    "Q4 FY2025, 7, 2025-04-01, 2025-07-01",
    "this fiscal year, 7, 2025-07-01, 2026-07-01",
    "last fiscal year, 7, 2024-07-01, 2025-07-01",
    "last fiscal quarter, 2, 2025-08-01, 2025-11-01",
    "this fiscal quarter, 2, 2025-11-01, 2026-02-01"
  })
  void readsFiscalPeriods(String words, int firstMonth, LocalDate start, LocalDate end) {
    List<Token> tokens = new Tokenizer().read(words).tokens();
    Dates.Found found = FiscalDates.at(tokens, 0, TODAY, firstMonth).orElseThrow();
    assertThat(found.period().start()).isEqualTo(Optional.of(start));
    assertThat(found.period().end()).isEqualTo(Optional.of(end));
    assertThat(found.span()).isEqualTo(new Span(0, tokens.size()));
  }

  @Test
  void leavesOtherWordsAlone() {
    for (String words : List.of("fiscal policy", "last year", "Q1 2025", "fyi", "fiscal")) {
      List<Token> tokens = new Tokenizer().read(words).tokens();
      assertThat(FiscalDates.at(tokens, 0, TODAY, 7)).as(words).isEmpty();
    }
  }
}
