package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateOptionsTest {
  @TempDir private Path folder;

  @Test
  void takesEitherAFolderOrASample() {
    assertThat(read("--source", "shop").source()).contains("shop");
    assertThat(read("--databases", folder.toString()).databases()).contains(folder);
    assertThatThrownBy(() -> read("--source", "shop", "--databases", folder.toString()))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("either a folder of databases or a sample source");
    assertThatThrownBy(this::read).isInstanceOf(AlidadeException.class);
  }

  @Test
  void asksInBothWordingsOnlyOnce() {
    assertThat(read("--source", "shop", "--robustness").robustness()).isTrue();
    assertThatThrownBy(() -> read("--source", "shop", "--robustness", "--reworded"))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("leave --reworded out");
  }

  @Test
  void samplesWithinTheSplit() {
    List<SuiteQuestion> questions = List.of(question("a", "tune"), question("b", "check"));

    assertThat(read("--source", "shop", "--split", "check").sample(questions))
        .extracting(SuiteQuestion::id)
        .containsExactly("b");
    assertThat(read("--source", "shop").sample(questions)).hasSize(2);
    assertThatThrownBy(() -> read("--source", "shop", "--split", "chek").sample(questions))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("no questions of the split chek");
  }

  @Test
  void aQuestionMayBeAskedOnADayOfItsOwn() {
    assertThat(LocalDate.now(question("a", "tune").clock())).isEqualTo("2025-12-31");
    assertThat(
            new SuiteQuestion(
                    "a",
                    "shop",
                    "?",
                    "SELECT 1",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())
                .clock())
        .isEqualTo(Clock.system(ZoneOffset.UTC));
  }

  @Test
  void anotherDatabaseThanTheSampleIsRefused() {
    SuiteDatabases databases =
        SuiteDatabases.only(
            "shop",
            name -> folder,
            file -> {
              throw new AssertionError("nothing is opened");
            });
    assertThatThrownBy(() -> databases.open("farm"))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("`farm`, not `shop`");
  }

  private EvaluateOptions read(String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("suite.jsonl"));
    words.addAll(List.of(more));
    return EvaluateOptions.read(words);
  }

  private static SuiteQuestion question(String id, String split) {
    return new SuiteQuestion(
        id,
        "shop",
        "How many orders are there today?",
        "SELECT 1",
        Optional.of(split),
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 12, 31)));
  }
}
