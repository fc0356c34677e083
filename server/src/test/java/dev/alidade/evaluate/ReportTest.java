package dev.alidade.evaluate;

import static dev.alidade.evaluate.MadeResults.right;
import static dev.alidade.evaluate.MadeResults.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.alidade.base.AlidadeException;
import dev.alidade.evaluate.Certainty.Wanted;
import dev.alidade.evaluate.cause.Cause;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final List<QuestionResult> RESULTS =
      List.of(
          right("a", 0.95),
          right("b", 0.9),
          wrong("c", 0.8, 2, Cause.MISSING_TABLE, Cause.HAVING),
          right("d", 0.7),
          wrong("e", 0.2, 0, Cause.MISSING_TABLE));

  @TempDir private Path folder;

  @Test
  void countsCausesAndWhatElseIsWrong() {
    CauseCounts counts = CauseCounts.of(RESULTS);

    assertThat(counts.wrong()).isEqualTo(2);
    assertThat(counts.answered()).isEqualTo(1);
    assertThat(counts.furtherDown()).isEqualTo(1);
    assertThat(counts.causes())
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.cause()).isEqualTo(Cause.MISSING_TABLE);
              assertThat(count.questions()).isEqualTo(2);
              assertThat(count.alone()).isEqualTo(1);
              assertThat(count.answered()).isEqualTo(1);
              assertThat(count.share()).isEqualTo(1);
            });
  }

  @Test
  void findsTheCoverageAtAPrecisionAndThePrecisionAtACoverage() {
    Certainty certainty = Certainty.of(RESULTS);

    assertThat(certainty.atPrecision())
        .filteredOn(wanted -> wanted.wanted() == 0.95)
        .containsExactly(new Wanted(0.95, true, 0.4, 0.9));
    assertThat(certainty.atCoverage())
        .filteredOn(wanted -> wanted.wanted() == 0.6)
        .containsExactly(new Wanted(0.6, true, 0.6667, 0.8));
    assertThat(Certainty.of(List.of(wrong("a", 0.9, 0, Cause.HAVING))).atPrecision())
        .noneMatch(Wanted::reached);
  }

  @Test
  void measuresHowFarTheConfidenceIsFromTheTruth() {
    Certainty sure = Certainty.of(List.of(right("a", 1), wrong("b", 1, 0, Cause.HAVING)));
    Certainty fair = Certainty.of(List.of(right("a", 0.5), wrong("b", 0.5, 0, Cause.HAVING)));

    assertThat(sure.calibrationError()).isEqualTo(0.5);
    assertThat(fair.calibrationError()).isZero();
    assertThat(sure.bins()).singleElement().extracting(Certainty.Bin::right).isEqualTo(0.5);
  }

  @Test
  void tellsWhatStaysRightInOtherWords() {
    List<QuestionResult> reworded =
        List.of(
            right("a", 0.9),
            wrong("b", 0.9, 0, Cause.HAVING),
            wrong("c", 0.9, 0, Cause.HAVING),
            right("d", 0.9),
            right("e", 0.9));

    Robustness robustness = Robustness.of(RESULTS, reworded);

    assertThat(robustness.staysRight()).isEqualTo(0.6667);
    assertThat(robustness.becomesRight()).isEqualTo(0.5);
    assertThat(robustness.reworded().accuracy()).isEqualTo(0.6);
  }

  @Test
  void comparesWithAnEarlierReport() throws IOException {
    Path old = folder.resolve("old.json");
    Files.writeString(old, Json.mapper().writeValueAsString(Report.of(RESULTS)));
    List<QuestionResult> now =
        List.of(
            right("a", 0.9),
            wrong("b", 0.9, 0, Cause.HAVING),
            right("c", 0.9),
            right("d", 0.9),
            right("e", 0.9));

    Comparison comparison = Comparison.with(old, now);

    assertThat(comparison.accuracy()).isEqualTo(0.6);
    assertThat(comparison.gained()).containsExactly("c", "e");
    assertThat(comparison.lost()).containsExactly("b");
    assertThat(comparison.byPattern()).containsExactly(new Comparison.Change("count", 2, 1));
    assertThatThrownBy(() -> Comparison.with(old, now.subList(0, 4)))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("tells of 5 questions, and 4 were asked");
  }

  @Test
  void tellsHowLikelyADifferenceIsChance() {
    assertThat(Comparison.chance(0, 0)).isEqualTo(1);
    assertThat(Comparison.chance(9, 1)).isCloseTo(0.0215, within(0.0001));
    assertThat(Comparison.chance(5, 5)).isEqualTo(1);
    assertThat(Comparison.chance(2_000, 1_000)).isZero();
  }

  @Test
  void leavesDisputedQuestionsOut() throws IOException {
    Path list = folder.resolve("disputed.tsv");
    Files.writeString(list, "# suite, id, reason\nfarms\tc\tcounts barns\n");
    Disputed disputed = Disputed.read(list);

    assertThat(disputed.without(Path.of("some/farms.jsonl"), RESULTS))
        .extracting(result -> result.question().id())
        .containsExactly("a", "b", "d", "e");
    assertThat(disputed.without(Path.of("barns.jsonl"), RESULTS)).hasSize(5);

    Files.writeString(list, "farms\tc\n");
    assertThatThrownBy(() -> Disputed.read(list))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("suite, id and reason");
  }

  @Test
  void thePageIsWholeAndShowsQuestionsOnlyWhereItMay() {
    Report report =
        Report.of(RESULTS)
            .and(
                Optional.of(Robustness.of(RESULTS, RESULTS)),
                Optional.of(Figures.of(RESULTS.subList(0, 2))),
                Optional.empty());

    String detailed = HtmlReport.of("farms & more", report, true);
    String quiet = HtmlReport.of("farms & more", report, false);

    assertThat(detailed)
        .contains("<title>farms &amp; more</title>", "How many &lt;farms&gt; are there?", "<svg")
        .doesNotContain("<farms>", "http", "src=");
    assertThat(quiet).contains("60.0 %").doesNotContain("farms&gt;", "SELECT");
  }

  @Test
  void theTextSaysWhatTheFiguresAre() {
    assertThat(ReportText.of(Report.of(RESULTS)))
        .containsPattern("(?m)^all +5 +4 +3 +60.0% +80.0% +75.0%$")
        .containsPattern("(?m)^a table is missing +2 100.0% +1 +2 +1 +1 +0$")
        .contains("answered wrongly, of all questions               20.0%")
        .doesNotContain("farms");
  }
}
