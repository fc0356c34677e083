package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows in hand are drawn, and every kind says why it fits them or what they lack. */
class RowsDrawingTest {
  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindFitsItsOwnCaseAndSaysWhatOthersLack(ChartKind kind) throws IOException {
    DrawRowsOutput drawn = draw(kind, Optional.of(kind), Optional.empty());

    assertThat(drawn.chart().orElseThrow().kind()).isEqualTo(kind);
    assertThat(drawn.figure()).isPresent();
    assertThat(drawn.kinds()).extracting(DrawRowsOutput.Kind::kind).contains(ChartKind.values());
    assertThat(drawn.kinds())
        .filteredOn(DrawRowsOutput.Kind::fits)
        .extracting("kind")
        .contains(kind);
    assertThat(drawn.kinds())
        .filteredOn(one -> !one.fits())
        .allSatisfy(one -> assertThat(one.why()).startsWith("It needs ").hasSizeGreaterThan(20));
  }

  @Test
  void thoseThatFitStandFirst() throws IOException {
    List<Boolean> fits =
        draw(ChartKind.PIE, Optional.empty(), Optional.empty()).kinds().stream()
            .map(DrawRowsOutput.Kind::fits)
            .toList();

    assertThat(fits).startsWith(true).endsWith(false);
    assertThat(fits.indexOf(false)).isGreaterThan(fits.lastIndexOf(true));
  }

  @Test
  void coloursOfOnesOwnAreDrawnAndChecked() throws IOException {
    ChartSpec spec =
        draw(ChartKind.BAR, Optional.of(ChartKind.BAR), Optional.empty()).chart().orElseThrow();
    ChartSpec own = spec.styled(colored("#AA3377", "#228833"));

    DrawRowsOutput drawn = draw(ChartKind.BAR, Optional.empty(), Optional.of(own));

    assertThat(((Figure) drawn.figure().orElseThrow()).layout().get("colorway"))
        .isEqualTo(List.of("#aa3377", "#228833"));
    assertThatThrownBy(() -> colored("red; }")).hasMessageContaining("written as #rrggbb");
    assertThatThrownBy(() -> colored()).hasMessageContaining("1 to 12 colours");
  }

  @Test
  void whatCannotBeDrawnSaysWhatItNeeds() throws IOException {
    assertThatThrownBy(
            () -> draw(ChartKind.PIE, Optional.of(ChartKind.CANDLESTICK), Optional.empty()))
        .hasMessageContaining("cannot be drawn as candlestick")
        .hasMessageContaining(
            "it needs times or names, and columns named open, high, low and close");
    assertThatThrownBy(
            () ->
                new DrawRowsInput(
                    ChartCase.of(ChartKind.PIE).columns(),
                    List.of(List.of("only one")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("a cell for each of the 2 columns");
  }

  private static ChartStyle colored(String... colors) {
    return new ChartStyle(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(colors)),
        Optional.empty());
  }

  private static DrawRowsOutput draw(
      ChartKind rows, Optional<ChartKind> kind, Optional<ChartSpec> chart) throws IOException {
    ChartCase some = ChartCase.of(rows);
    return RowsDrawing.of(
        new DrawRowsInput(
            some.columns(), some.rows(), Optional.empty(), Optional.of("A title"), kind, chart));
  }
}
