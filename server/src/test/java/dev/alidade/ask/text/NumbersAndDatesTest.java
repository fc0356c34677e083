package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersAndDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 15);
  private final Tokenizer tokenizer = new Tokenizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5 million | 2500000",
        "1,200 | 1200",
        "a dozen | 12",
        "twenty one | 21",
        "three hundred | 300",
        "3rd | 3",
        "two | 2"
      })
  void readsNumbers(String words, BigDecimal value) {
    Optional<Numbers.Found> found = Numbers.at(tokenizer.read(words).tokens(), 0);
    assertThat(found.orElseThrow().value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "in 2023 | 2023-01-01 | 2024-01-01",
        "March 2024 | 2024-03-01 | 2024-04-01",
        "last quarter | 2024-04-01 | 2024-07-01",
        "last month | 2024-07-01 | 2024-08-01",
        "this year | 2024-01-01 | 2025-01-01",
        "since March 2024 | 2024-03-01 | -",
        "before 2020 | - | 2020-01-01",
        "after May 3, 2021 | 2021-05-04 | -",
        "between 2021 and 2022 | 2021-01-01 | 2023-01-01",
        "from 2024-01-05 to 2024-01-10 | 2024-01-05 | 2024-01-11",
        "the last 30 days | 2024-07-17 | 2024-08-16",
        "8/21/2015 | 2015-08-21 | 2015-08-22",
        "Q2 2023 | 2023-04-01 | 2023-07-01",
        "yesterday | 2024-08-14 | 2024-08-15"
      })
  void readsPeriods(String words, LocalDate start, LocalDate end) {
    Period period = Dates.at(tokenizer.read(words).tokens(), 0, TODAY).orElseThrow().period();
    assertThat(period.start()).isEqualTo(Optional.ofNullable(start));
    assertThat(period.end()).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void knowsTheGrain() {
    assertThat(
            Dates.at(tokenizer.read("in 2023").tokens(), 0, TODAY).orElseThrow().period().grain())
        .isEqualTo(TimeGrain.YEAR);
  }

  @Test
  void leavesOtherWordsAlone() {
    assertThat(Dates.at(tokenizer.read("may I ask").tokens(), 0, TODAY)).isEmpty();
    assertThat(Dates.at(tokenizer.read("2021-13-45").tokens(), 0, TODAY)).isEmpty();
    assertThat(Numbers.at(tokenizer.read("customers").tokens(), 0)).isEmpty();
  }
}
