package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartChooserTest {
  private static final ColumnLabel CITY = new ColumnLabel("city", TypeKind.TEXT);
  private static final ColumnLabel TOTAL = new ColumnLabel("total", TypeKind.FLOAT);
  private static final ColumnLabel WEIGHT = new ColumnLabel("weight", TypeKind.INTEGER);
  private static final ColumnLabel DAY = new ColumnLabel("day", TypeKind.DATE);

  @Test
  void drawsANumberForOneCell() {
    assertThat(kind(List.of(TOTAL), List.of(List.of(5)))).contains(ChartKind.NUMBER);
  }

  @Test
  void drawsBarsForCategories() {
    assertThat(kind(List.of(CITY, TOTAL), List.of(List.of("a", 1), List.of("b", 2))))
        .contains(ChartKind.BAR);
  }

  @Test
  void drawsALineOverTime() {
    assertThat(
            kind(List.of(DAY, TOTAL), List.of(List.of("2024-01-01", 1), List.of("2024-01-02", 2))))
        .contains(ChartKind.LINE);
  }

  @Test
  void drawsPointsForTwoMeasures() {
    assertThat(kind(List.of(WEIGHT, TOTAL), List.of(List.of(1, 2), List.of(2, 3), List.of(3, 5))))
        .contains(ChartKind.SCATTER);
  }

  @Test
  void leavesTextsAsATable() {
    assertThat(kind(List.of(CITY), List.of(List.of("a"), List.of("b")))).isEmpty();
  }

  @Test
  void theWordsOfTheQuestionCount() {
    List<ColumnLabel> columns = List.of(CITY, TOTAL);
    List<List<Object>> rows = List.of(List.of("a", 1), List.of("b", 2), List.of("c", 3));

    assertThat(asked("What share has each city?", columns, rows).kind()).isEqualTo(ChartKind.PIE);
    assertThat(asked("A line chart of totals", columns, rows).kind()).isEqualTo(ChartKind.LINE);
    assertThat(asked("Totals as a donut", columns, rows).kind()).isEqualTo(ChartKind.DONUT);
    assertThat(asked("Totals of each product line", columns, rows).kind()).isEqualTo(ChartKind.BAR);
    assertThat(asked("A stacked bar chart", columns, rows).look().arrangement())
        .contains(ChartStyle.Arrangement.STACKED);
  }

  @Test
  void itSaysWhyAndWhatIsNextBest() {
    List<List<Object>> rows = List.of(List.of("a", 1), List.of("b", 2));
    ChartSpec spec = asked("", List.of(CITY, TOTAL), rows);

    assertThat(spec.reason()).isEqualTo("Bars compare a measure between names");
    assertThat(spec.alternatives().orElseThrow()).startsWith(ChartKind.PIE);
  }

  @Test
  void aSecondNameMakesSeries() {
    ColumnLabel team = new ColumnLabel("team", TypeKind.TEXT);
    List<List<Object>> rows =
        List.of(List.of("a", "x", 1), List.of("a", "y", 2), List.of("b", "x", 3));
    ChartSpec spec = asked("", List.of(CITY, team, TOTAL), rows);

    assertThat(spec.kind()).isEqualTo(ChartKind.BAR);
    assertThat(spec.x().orElseThrow().column()).isEqualTo("city");
    assertThat(spec.series().orElseThrow().column()).isEqualTo("team");
  }

  @Test
  void whatANumberWasCountedForIsNoMeasure() {
    ColumnLabel count = new ColumnLabel("count(*)", TypeKind.INTEGER);
    List<List<Object>> rows = List.of(List.of(1, 2), List.of(2, 3), List.of(3, 5));

    ChartSpec spec = asked("How many of each weight?", List.of(WEIGHT, count), rows);

    assertThat(spec.kind()).isEqualTo(ChartKind.BAR);
    assertThat(spec.x().orElseThrow().column()).isEqualTo("weight");
  }

  @Test
  void textsOfDigitsAreNumbersButCodesAreNot() {
    ColumnLabel text = new ColumnLabel("days", TypeKind.TEXT);

    assertThat(kind(List.of(CITY, text), List.of(List.of("a", "12"), List.of("b", "7"))))
        .contains(ChartKind.BAR);
    assertThat(kind(List.of(CITY, text), List.of(List.of("a", "012"), List.of("b", "07"))))
        .isEmpty();
  }

  @Test
  void allThatCanBeDrawnIsRanked() {
    List<List<Object>> rows = List.of(List.of("DEU", 1), List.of("FRA", 2));
    ColumnLabel country = new ColumnLabel("country", TypeKind.TEXT);

    List<ChartChoice> ranked =
        ChartChooser.ranked("totals on a map", "title", List.of(country, TOTAL), rows);

    assertThat(ranked.getFirst().spec().kind()).isEqualTo(ChartKind.CHOROPLETH);
    assertThat(ranked.get(1).spec().kind()).isEqualTo(ChartKind.BAR);
    assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void paperTakesWhatIsDrawnWithoutAScript() {
    ColumnLabel country = new ColumnLabel("country", TypeKind.TEXT);
    List<List<Object>> rows = List.of(List.of("DEU", 1), List.of("FRA", 2));

    assertThat(asked("totals on a map", List.of(country, TOTAL), rows).kind())
        .isEqualTo(ChartKind.CHOROPLETH);
    assertThat(ChartChooser.chooseForPaper("totals on a map", List.of(country, TOTAL), rows))
        .map(ChartSpec::kind)
        .contains(ChartKind.BAR);
  }

  private static ChartSpec asked(
      String question, List<ColumnLabel> columns, List<List<Object>> rows) {
    return ChartChooser.choose(question, "title", columns, rows).orElseThrow();
  }

  private static Optional<ChartKind> kind(List<ColumnLabel> columns, List<List<Object>> rows) {
    return ChartChooser.choose("", "title", columns, rows).map(ChartSpec::kind);
  }
}
