package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "2, kg, g, 2000",
    "2.5, kilogram, g, 2500",
    "1, mile, km, 1.609344",
    "90, minutes, hour, 1.5",
    "1, ha, m², 10000",
    "12, in, cm, 30.48"
  })
  void saysHowManyOfOneUnitAreAnother(
      BigDecimal quantity, String from, String into, BigDecimal expected) {
    BigDecimal changed =
        Units.named(from).orElseThrow().in(Units.named(into).orElseThrow(), quantity).orElseThrow();
    assertThat(changed).isEqualByComparingTo(expected);
  }

  @Test
  void changesNothingIntoWhatMeasuresSomethingElse() {
    Units.Unit weight = Units.named("kg").orElseThrow();
    Units.Unit length = Units.named("km").orElseThrow();
    assertThat(weight.in(length, BigDecimal.ONE)).isEmpty();
    assertThat(Units.named("customers")).isEmpty();
  }

  @Test
  void readsUnitsOfOneAndOfTwoWords() {
    List<Token> tokens = new Tokenizer().read("more than 200 square meters or 3 lbs").tokens();
    assertThat(Units.at(tokens, 3).orElseThrow().span()).isEqualTo(new Span(3, 5));
    assertThat(Units.at(tokens, 3).orElseThrow().unit().name()).isEqualTo("m²");
    assertThat(Units.at(tokens, 7).orElseThrow().unit().name()).isEqualTo("lb");
    assertThat(Units.at(tokens, 0)).isEmpty();
    assertThat(Units.at(tokens, 99)).isEmpty();
  }

  @Test
  void takesInForAPreposition() {
    List<Token> tokens = new Tokenizer().read("5 in Boise").tokens();
    assertThat(Units.at(tokens, 1)).isEmpty();
  }
}
