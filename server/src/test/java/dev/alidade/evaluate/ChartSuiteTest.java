package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gold queries are read as SQL, marks are compared by value, and figures add up. */
class ChartSuiteTest {
  @Test
  void aPlaceIsGroupedByWhereOnlyItsMeasureIsSaid() {
    assertThat(sql("Visualize BAR SELECT city , COUNT(*) FROM shops ORDER BY COUNT(*) DESC", false))
        .isEqualTo("SELECT city, COUNT(*) FROM shops GROUP BY city ORDER BY COUNT(*) DESC");
    assertThat(sql("Visualize PIE SELECT a , SUM(b) FROM t GROUP BY c HAVING SUM(b) > 1", false))
        .isEqualTo("SELECT a, SUM(b) FROM t GROUP BY c HAVING SUM(b) > 1");
  }

  @Test
  void seriesAreTheFirstOtherGroup() {
    assertThat(sql("Visualize BAR SELECT T1.year , COUNT(*) FROM t GROUP BY T1.year , name", true))
        .isEqualTo("SELECT T1.year, COUNT(*), name FROM t GROUP BY T1.year, name");
    assertThat(sql("Visualize SCATTER SELECT a , b FROM t GROUP BY c", true))
        .isEqualTo("SELECT a, b, c FROM t");
  }

  @Test
  void datesArePutTogether() {
    String sql =
        sql("Visualize BAR SELECT day , AVG(x) FROM t ORDER BY day DESC BIN day BY WEEKDAY", false);

    assertThat(sql)
        .startsWith("SELECT CASE strftime('%w', day) WHEN '0' THEN 'Sun' WHEN '1' THEN 'Mon'")
        .endsWith("ORDER BY 1 DESC");
  }

  @Test
  void wordsWithinTextsAndParenthesesAreNoParts() {
    String vql =
        "Visualize BAR SELECT a , MAX(b, c) FROM t WHERE d = 'x GROUP BY y' AND e IN (SELECT e FROM u ORDER BY e)";

    assertThat(sql(vql, false))
        .isEqualTo(
            "SELECT a, MAX(b, c) FROM t WHERE d = 'x GROUP BY y' AND e IN (SELECT e FROM u ORDER BY e) GROUP BY a");
  }

  @Test
  void whatIsNoSuchQueryIsRefused() {
    assertThatThrownBy(() -> VisualQuery.read("SELECT 1"))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("is no query of nvBench");
  }

  @Test
  void marksAreComparedByValue() {
    Marks gold =
        Marks.of(List.of(List.of("Ann ", 2), List.of("2007-01-01", "3.0"), List.of("b", 0)));

    assertThat(gold)
        .isEqualTo(
            Marks.of(List.of(List.of(2007, 3), List.of("ann", 2.0), Arrays.asList("c", null))))
        .isNotEqualTo(Marks.of(List.of(List.of(2007, 3), List.of("ann", 2.1))))
        .isNotEqualTo(Marks.of(List.of(List.of(2007, 3), List.of("ann", 2), List.of("ann", 2))));
    assertThat(Marks.of(List.of(List.of("2024-02-03 10:11:12", 1))))
        .isEqualTo(Marks.of(List.of(List.of("2024-02-03", 1))));
  }

  @Test
  void figuresAddUp(@TempDir Path folder) throws Exception {
    List<ChartResult> results =
        List.of(
            new ChartResult("1", "q", "tune", "Bar", "Bar", true, true),
            new ChartResult("2", "q", "tune", "Bar", "Pie", true, false),
            new ChartResult("3", "q", "check", "Pie", "Pie", false, false),
            new ChartResult("4", "q", "check", "Pie", "a table", true, true));
    Path page = folder.resolve("page.md");
    Files.writeString(page, "a\n" + ChartFigures.BEGIN + "\nstale\n" + ChartFigures.END + "\nb\n");

    String figures = ChartFigures.of(results, LocalDate.of(2026, 11, 22));
    FigurePage.replaceIn(page, figures, ChartFigures.BEGIN, ChartFigures.END);

    assertThat(Files.readString(page))
        .startsWith("a\n")
        .endsWith("b\n")
        .doesNotContain("stale")
        .contains("| all | 4 | 50.0 % | 50.0 % | 75.0 % | 66.7 % |")
        .contains("| check | 2 | 50.0 % | 50.0 % | 50.0 % | 100.0 % |")
        .contains("| Bar | 1 | 1 |  | 50.0 % |");
  }

  @Test
  void theSplitIsByDatabase() throws Exception {
    List<ChartQuestion> questions = ChartQuestion.read(FILE);

    assertThat(questions).extracting(ChartQuestion::split).containsOnly("check");
    assertThat(questions.getFirst().marks())
        .containsExactly(List.of("Mon", new java.math.BigDecimal(2)));
    assertThat(questions.getLast().isSplit()).isTrue();
  }

  private static final Path FILE = Path.of("src/test/resources/dev/alidade/evaluate/charts.jsonl");

  private static String sql(String vql, boolean split) {
    return VisualQuery.read(vql).sql(split).replaceAll("\\s+", " ").strip();
  }
}
