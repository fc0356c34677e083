package dev.alidade.redteam.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.redteam.Arena;
import dev.alidade.redteam.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run finds what rules let out, and what it finds can be found again. */
class RandomRunTest {
  private static final Described DESCRIBED = Described.of("hidden", "710000000");
  private static final Flavour FLAVOUR = new DuckDbFlavour();

  @TempDir private Path folder;

  @Test
  void findsWhatWeakRulesLetOut() {
    for (String engine : List.of("duckdb", "sqlite")) {
      try (Arena arena = Arena.leaky(engine, folder.resolve(engine))) {
        List<Verdict.Leak> leaks = new RandomRun(arena).run(1, 0, 25).leaks();
        assertThat(leaks).hasSizeGreaterThan(3);
        assertThat(leaks).allMatch(leak -> leak.evidence().contains(engine + ", seed 1, index "));
      }
    }
  }

  @Test
  void theSameChoicesWriteTheSameStatement() {
    for (int index = 0; index < 200; index++) {
      Choices first = Choices.of(5, index);
      String sql = Author.statement(first, FLAVOUR, DESCRIBED);
      assertThat(Author.statement(Choices.of(5, index), FLAVOUR, DESCRIBED)).isEqualTo(sql);
      assertThat(Author.statement(Choices.again(first.made()), FLAVOUR, DESCRIBED)).isEqualTo(sql);
    }
  }

  @Test
  void shrinksToWhatMatters() {
    Choices choices = firstWith("payroll");
    List<Integer> smallest =
        new Shrinking(fewer -> write(fewer).contains("payroll")).smallest(choices.made());
    assertThat(write(smallest)).contains("payroll").hasSizeLessThan(90);
  }

  private static Choices firstWith(String word) {
    for (int index = 0; index < 10_000; index++) {
      Choices choices = Choices.of(1, index);
      if (Author.statement(choices, FLAVOUR, DESCRIBED).contains(word)) {
        return choices;
      }
    }
    throw new AssertionError("no statement says " + word);
  }

  private static String write(List<Integer> choices) {
    return Author.statement(Choices.again(choices), FLAVOUR, DESCRIBED);
  }
}
