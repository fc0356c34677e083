package dev.alidade.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Machine MACHINE = new Machine("a processor", 2, 8_000, "Linux", "25", 0.1);

  private static Report report(Line... lines) {
    return new Report("2026-11-22T19:00:00Z", "abc", MACHINE, List.of(lines));
  }

  private static Line rate(double value, double ceiling) {
    return Line.of("points", "calls", Unit.CALLS_PER_SECOND, value).beside("the driver", ceiling);
  }

  private static Line time(double value, double least) {
    return Line.of("start", "ready", Unit.MILLISECONDS, value).beside("java", least);
  }

  private static boolean isGood(Line before, Line after, double tolerance) {
    return Comparison.of(report(before), report(after), tolerance).isGood();
  }

  @Test
  void aFasterMachineHidesNoRegression() {
    // Twice the calls, but the driver alone makes four times as many.
    assertThat(isGood(rate(1_000, 2_000), rate(2_000, 8_000), 0.2)).isFalse();
    assertThat(isGood(rate(1_000, 2_000), rate(500, 1_000), 0.2)).isTrue();
  }

  @Test
  void theToleranceIsOfTheRatio() {
    assertThat(isGood(rate(1_000, 2_000), rate(801, 2_000), 0.2)).isTrue();
    assertThat(isGood(rate(1_000, 2_000), rate(799, 2_000), 0.2)).isFalse();
    assertThat(isGood(rate(1_000, 2_000), rate(999, 2_000), 0)).isFalse();
  }

  @Test
  void ofTimesMoreIsWorse() {
    assertThat(isGood(time(500, 50), time(620, 50), 0.2)).isTrue();
    assertThat(isGood(time(500, 50), time(630, 50), 0.2)).isFalse();
    assertThat(isGood(time(500, 50), time(300, 50), 0.2)).isTrue();
  }

  @Test
  void twiceAsSlowIsFoundByAToleranceOfUnderAHalf() {
    assertThat(isGood(rate(1_000, 2_000), rate(500, 2_000), 0.45)).isFalse();
    assertThat(isGood(time(500, 50), time(1_000, 50), 0.45)).isFalse();
    assertThat(isGood(rate(1_000, 2_000), rate(600, 2_000), 0.45)).isTrue();
  }

  @Test
  void valuesWithoutARatioAreNotJudged() {
    Line little = Line.of("start", "memory", Unit.MEGABYTES, 100);
    Line much = Line.of("start", "memory", Unit.MEGABYTES, 900);

    assertThat(isGood(little, much, 0.2)).isTrue();
  }

  @Test
  void aLineThatIsGoneIsMissingUnlessItsPartWasNotRun() {
    Report both = report(rate(1, 2), time(1, 2));

    assertThat(Comparison.of(both, report(rate(1, 2)), 0.2).isGood()).isTrue();
    Line other = Line.of("start", "another", Unit.MILLISECONDS, 1);
    assertThat(Comparison.of(both, report(rate(1, 2), other), 0.2).missing())
        .containsExactly("ready / java");
  }

  @Test
  void theTableNamesWhatBecameWorstFirst() {
    Comparison comparison =
        Comparison.of(
            report(rate(1_000, 2_000), time(500, 50)),
            report(rate(1_000, 2_000), time(2_000, 50)),
            0.2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ComparisonTable.print(comparison, 0.2, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().get(1))
        .startsWith("ready / java")
        .contains("10.0", "40.0", "-75 %", "REGRESSION");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 of 2 ratios are more than 20 %");
  }

  @Test
  void aToleranceIsAShare() {
    assertThatThrownBy(() -> Comparison.of(report(), report(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
