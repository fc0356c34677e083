package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.chart.browser.Chromium;
import dev.alidade.chart.browser.Sight;
import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A chart is one page that works without a network and runs nothing that rows say. */
class FigurePageTest {
  private static final String HOSTILE =
      "</script><script>window.taken = 1</script><img src=x onerror='window.taken = 1'>";
  private static final List<ColumnLabel> COLUMNS =
      List.of(new ColumnLabel(HOSTILE, TypeKind.TEXT), new ColumnLabel("amount", TypeKind.INTEGER));

  @Test
  void rowsAreDataWhateverTheySay() {
    List<List<Object>> rows = List.of(List.of(HOSTILE, 10), List.of("<b>b</b>", 5));
    ChartSpec spec = ChartChooser.as(ChartKind.BAR, HOSTILE, COLUMNS, rows).orElseThrow();
    String page =
        FigurePage.kept(
            PlotlyFigure.of(spec, COLUMNS, rows),
            spec,
            AltText.of(spec, new ChartTable(COLUMNS, rows)));

    String withoutLibrary = page.replace(DrawingLibrary.script(), "");
    assertThat(withoutLibrary)
        .doesNotContain("<img", "<script>window.taken")
        .contains("default-src 'none'");
    assertThat(Pattern.compile("<script>").matcher(withoutLibrary).results()).hasSize(2);
    assertThat(
            Chromium.of(System.getenv())
                .text(
                    page,
                    FigurePage.READY,
                    "document.querySelectorAll('.bars .point').length + ' bars, ' + document.images.length"
                        + " + ' images, taken: ' + window.taken + ', ' + document.querySelector('.ytick, .xtick').textContent",
                    new Sight(600, 400, 1),
                    Cancellation.never()))
        .startsWith("2 bars, 0 images, taken: undefined, </script><script>window.taken");
  }

  @Test
  void onlyMapsBringOutlines() throws IOException {
    assertThat(page(ChartKind.PIE)).contains("id=\"chart-outlines\">{}</script>");
    assertThat(page(ChartKind.CHOROPLETH))
        .contains("id=\"chart-outlines\">{\"world_110m\":{\"type\":\"Topology\"")
        .doesNotContain("\"usa_110m\":");
  }

  private static String page(ChartKind kind) throws IOException {
    ChartCase some = ChartCase.of(kind);
    ChartSpec spec = ChartChooser.as(kind, "A title", some.columns(), some.rows()).orElseThrow();
    return FigurePage.kept(PlotlyFigure.of(spec, some.columns(), some.rows()), spec, "alt");
  }
}
