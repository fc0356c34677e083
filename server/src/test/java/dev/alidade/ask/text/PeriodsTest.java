package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "between June 1 and June 15, 2025|2025-06-01|2025-06-16",
        "from May to August 2025|2025-05-01|2025-09-01",
        "July and August 2025|2025-07-01|2025-09-01",
        "February to December 2025|2025-02-01|2026-01-01",
        "from March 3, 2024 to April 5, 2025|2024-03-03|2025-04-06",
        "between 2023 and 2024|2023-01-01|2025-01-01",
        "the first half of 2025|2025-01-01|2025-07-01",
        "second half 2024|2024-07-01|2025-01-01",
        "the 1980s|1980-01-01|1990-01-01",
        "year to date|2025-01-01|2026-01-01",
        "ytd|2025-01-01|2026-01-01",
        "month to date|2025-12-01|2026-01-01",
        "from January to March|2025-01-01|2025-04-01",
        "since March 2024|2024-03-01|",
        "q4 2024|2024-10-01|2025-01-01"
      })
  void readsPeriodsWhole(String words, LocalDate start, LocalDate end) {
    List<Token> tokens = new Tokenizer().read(words).tokens();
    Dates.Found found = Dates.at(tokens, 0, TODAY).orElseThrow();
    assertThat(found.period().start()).isEqualTo(Optional.ofNullable(start));
    assertThat(found.period().end()).isEqualTo(Optional.ofNullable(end));
    assertThat(found.span()).isEqualTo(new Span(0, tokens.size()));
  }
}
