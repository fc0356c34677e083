package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that speak of a chart and of nothing else change it; others are left alone. */
class ChartChangeTest {
  @ParameterizedTest
  @CsvSource({
    "as a pie chart, PIE, , , ",
    "as bars, BAR, , , ",
    "make it a line chart please, LINE, , , ",
    "show it as a treemap, TREEMAP, , , ",
    "stacked, , STACKED, , ",
    "100 %, , PERCENT, , ",
    "as a stacked bar chart, BAR, STACKED, , ",
    "'as bars, stacked to 100 %', BAR, PERCENT, , ",
    "side by side, , GROUPED, , ",
    "dark, , , , DARK",
    "in light colours, , , , LIGHT",
    "black and white, , , , PRINT",
    "on a log scale, , , LOG, ",
    "with a logarithmic axis and dark, , , LOG, DARK",
    "as a bubble map, MAP_BUBBLES, , , "
  })
  void saysWhatChanges(
      String text,
      ChartKind kind,
      ChartStyle.Arrangement arrangement,
      ChartStyle.Scale scale,
      Theme theme) {
    assertThat(ChartChange.said(text))
        .contains(
            new ChartChange(
                Optional.ofNullable(kind),
                Optional.ofNullable(arrangement),
                Optional.ofNullable(scale),
                Optional.ofNullable(theme)));
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindCanBeAskedForByItsName(ChartKind kind) {
    assertThat(ChartChange.said("as a " + kind.words()).flatMap(ChartChange::kind)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "area",
        "box",
        "number",
        "by month as a line chart",
        "only dark beers",
        "as a table",
        "How many orders are there for each status?",
        "and for Austria",
        "please",
        "make it"
      })
  void leavesAloneWhatSaysAnythingElse(String text) {
    assertThat(ChartChange.said(text)).isEmpty();
  }

  @Test
  void keepsTheLookWithAnotherKind() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.PIE);
    ChartSpec pie =
        ChartChooser.as(ChartKind.PIE, "Orders", some.columns(), some.rows()).orElseThrow();
    ChartSpec dark = pie.styled(pie.look().themed(Theme.DARK));

    ChartSpec bars = changed("as bars on a log scale", dark, some).orElseThrow();

    assertThat(bars.kind()).isEqualTo(ChartKind.BAR);
    assertThat(bars.look().theme()).contains(Theme.DARK);
    assertThat(bars.look().scale()).contains(ChartStyle.Scale.LOG);
    assertThat(bars.title()).isEqualTo("Orders");
    assertThat(changed("as a sankey", dark, some)).isEmpty();
  }

  @Test
  void onlyBarsAndAreasStandOnOneAnother() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.LINE);
    ChartSpec line =
        ChartChooser.as(ChartKind.LINE, "Orders", some.columns(), some.rows()).orElseThrow();

    assertThat(changed("stacked", line, some).orElseThrow().kind()).isEqualTo(ChartKind.AREA);
  }

  private static Optional<ChartSpec> changed(String text, ChartSpec before, ChartCase some) {
    return ChartChange.said(text)
        .orElseThrow()
        .of(Optional.of(before), before.title(), some.columns(), some.rows());
  }
}
