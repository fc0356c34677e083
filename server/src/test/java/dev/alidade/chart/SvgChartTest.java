package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charts are drawn to scale, and no value of a result is read as a part of the picture. */
class SvgChartTest {
  private static final List<ColumnLabel> COLUMNS =
      List.of(new ColumnLabel("place", TypeKind.TEXT), new ColumnLabel("amount", TypeKind.INTEGER));

  @Test
  void barsAreAsLongAsTheirNumbers() {
    String svg = draw(ChartKind.BAR, List.of(List.of("a", 10), List.of("b", 5), List.of("c", -5)));

    assertThat(svg.split("<rect ", -1)).hasSize(4);
    double whole = width(svg, 1);
    assertThat(width(svg, 2)).isCloseTo(whole / 2, within(0.2));
    assertThat(width(svg, 3)).isCloseTo(whole / 2, within(0.2));
  }

  @Test
  void seriesStandOnOneAnother() {
    List<ColumnLabel> columns =
        List.of(COLUMNS.getFirst(), new ColumnLabel("team", TypeKind.TEXT), COLUMNS.getLast());
    List<List<Object>> rows =
        List.of(List.of("a", "x", 10), List.of("a", "y", 30), List.of("b", "x", 20));
    ChartSpec spec = ChartChooser.as(ChartKind.BAR, "Amounts", columns, rows).orElseThrow();

    String svg = SvgChart.draw(spec, columns, rows).orElseThrow();

    // Two bars of the first place, one of the second, and two marks of the legend.
    assertThat(svg.split("<rect ", -1)).hasSize(6);
    assertThat(width(svg, 2)).isCloseTo(3 * width(svg, 1), within(0.3));
    assertThat(width(svg, 3)).isCloseTo(2 * width(svg, 1), within(0.3));
    assertThat(svg).contains(">x<", ">y<");
  }

  private static double width(String svg, int bar) {
    String element = svg.split("<rect ", -1)[bar];
    return Double.parseDouble(element.replaceAll("(?s).*?width=\"([0-9.]+)\".*", "$1"));
  }

  @Test
  void aLineBreaksWhereAValueIsMissing() {
    String svg =
        draw(
            ChartKind.LINE,
            List.of(
                List.of("2025-01-01", 1),
                List.of("2025-02-01", 2),
                Arrays.asList("2025-03-01", null),
                List.of("2025-04-01", 4),
                List.of("2025-05-01", 5)));

    String path = svg.replaceAll("(?s).*<path d=\"([^\"]*)\".*", "$1");
    assertThat(path.chars().filter(letter -> letter == 'M').count()).isEqualTo(2);
    assertThat(svg.split("<circle ", -1)).hasSize(5);
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void valuesAreNoMarkup() {
    String svg =
        draw(ChartKind.BAR, List.of(List.of("<script>\u0001x</script>", 1), List.of("\"&'", 2)));

    assertThat(svg).contains("&lt;script&gt; x&lt;/script&gt;", "&quot;&amp;&#39;");
    assertThat(svg).doesNotContain("<script");
  }

  @Test
  void whatHasNoNumbersIsNotDrawn() {
    assertThat(SvgChart.draw(spec(ChartKind.BAR), COLUMNS, List.of(List.of("a", "x")))).isEmpty();
    assertThat(SvgChart.draw(spec(ChartKind.LINE), COLUMNS, List.of())).isEmpty();
    assertThat(SvgChart.draw(spec(ChartKind.NUMBER), COLUMNS, List.of(List.of("a", 1)))).isEmpty();
  }

  private static String draw(ChartKind kind, List<List<Object>> rows) {
    return SvgChart.draw(spec(kind), COLUMNS, rows).orElseThrow();
  }

  private static ChartSpec spec(ChartKind kind) {
    return new ChartSpec(
        kind,
        "Amounts",
        Optional.of(new ChartSpec.Axis("place", "place")),
        List.of(new ChartSpec.Axis("amount", "amount")),
        "for a test");
  }
}
