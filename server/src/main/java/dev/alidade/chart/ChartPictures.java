package dev.alidade.chart;

import dev.alidade.base.Cancellation;
import dev.alidade.chart.browser.Chromium;
import dev.alidade.chart.browser.Sight;
import java.util.Optional;

/** Makes pages and pictures of figures; what needs no browser is made without. */
final class ChartPictures {
  // A picture is looked at on screens that show two dots for each.
  private static final int SHARPNESS = 2;
  private static final String SVG =
      "Plotly.toImage(document.getElementById('chart'), { format: 'svg', width: %d, height: %d })"
          + ".then((address) => decodeURIComponent(address.slice(address.indexOf(',') + 1)))";

  private final Chromium chromium;

  ChartPictures(Chromium chromium) {
    this.chromium = chromium;
  }

  /** How large a picture is. */
  record Size(int width, int height) {
    static final Size USUAL = new Size(800, 500);

    Sight sharp(int sharpness) {
      return new Sight(width, height, sharpness);
    }
  }

  /**
   * A chart that can be drawn.
   *
   * @param alt it in words
   */
  record Drawing(ChartSpec spec, ChartTable table, Figure figure, String alt) {}

  static String html(Drawing drawing) {
    return FigurePage.kept(drawing.figure(), drawing.spec(), drawing.alt());
  }

  byte[] png(Drawing drawing, Size size, Cancellation cancellation) {
    return chromium.png(still(drawing), FigurePage.READY, size.sharp(SHARPNESS), cancellation);
  }

  byte[] pdf(Drawing drawing, Size size, Cancellation cancellation) {
    return chromium.pdf(still(drawing), FigurePage.READY, size.sharp(1), cancellation);
  }

  /** Kinds that need no browser are drawn without one. */
  String svg(Drawing drawing, Size size, Cancellation cancellation) {
    Optional<String> drawn =
        SvgChart.draw(drawing.spec(), drawing.table().columns(), drawing.table().rows());
    return drawn.orElseGet(
        () ->
            chromium.text(
                still(drawing),
                FigurePage.READY,
                SVG.formatted(size.width(), size.height()),
                size.sharp(1),
                cancellation));
  }

  private static String still(Drawing drawing) {
    return FigurePage.still(drawing.figure(), drawing.spec(), drawing.alt());
  }
}
