package dev.alidade.cache.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  /** Even numbers are literals, so that there is a value between any two. */
  @Test
  void oneImpliesAnotherJustWhereNoValueSaysOtherwise() {
    for (Comparison one : Comparison.values()) {
      for (Comparison other : Comparison.values()) {
        for (int literal : new int[] {-2, 0, 2}) {
          boolean implied =
              IntStream.rangeClosed(-9, 9)
                  .filter(value -> one.holds(Integer.compare(value, literal)))
                  .allMatch(value -> other.holds(Integer.compare(value, 0)));
          assertThat(one.implies(other, Integer.compare(literal, 0)))
              .as("%s %d, %s 0", one, literal, other)
              .isEqualTo(implied);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"= | EQUAL", "< > | UNEQUAL", "! = | UNEQUAL", "< = | LESS_OR_EQUAL"})
  void signsAreRead(String sign, Comparison comparison) {
    assertThat(Comparison.of(sign)).contains(comparison);
    assertThat(Comparison.of(sign + " =")).isNotEqualTo(Comparison.of(sign));
    assertThat(Comparison.of("= =")).isEmpty();
  }
}
