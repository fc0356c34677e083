package dev.alidade.chart;

import java.util.List;

/** The colours of a chart; series can be told apart by who does not see every colour. */
public enum Theme {
  LIGHT("#1f1d1a", "#69645b", "#e7e3db", "#ffffff"),
  DARK("#ecebe6", "#a3a097", "#2b2e2c", "#141514"),
  PRINT("#000000", "#333333", "#cccccc", "#ffffff");

  // Okabe and Ito's colours, in an order that begins calmly.
  private static final List<String> SERIES =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999");
  private static final List<String> GRAYS =
      List.of("#1a1a1a", "#767676", "#b5b5b5", "#4d4d4d", "#949494", "#d4d4d4");

  /** Low to high, even to the eye and readable without colours. */
  static final String SEQUENCE = "Cividis";

  private final String ink;
  private final String muted;
  private final String grid;
  private final String surface;

  Theme(String ink, String muted, String grid, String surface) {
    this.ink = ink;
    this.muted = muted;
    this.grid = grid;
    this.surface = surface;
  }

  List<String> series() {
    return this == PRINT ? GRAYS : SERIES;
  }

  String surface() {
    return surface;
  }

  /** What every figure has, whatever its kind. */
  Part layout() {
    return Part.of("autosize", true)
        .put("paper_bgcolor", surface)
        .put("plot_bgcolor", surface)
        .put("colorway", series())
        .put("font.family", "ui-sans-serif, system-ui, sans-serif")
        .put("font.size", 12)
        .put("font.color", muted)
        .put("title.font.color", ink)
        .put("margin.l", 56)
        .put("margin.r", 24)
        .put("margin.t", 48)
        .put("margin.b", 48)
        .put("hoverlabel.font.color", ink)
        .put("hoverlabel.bgcolor", surface);
  }

  /** A straight axis with its name beside it. */
  Part axis(String label) {
    return Part.of("title.text", ChartTable.plain(label))
        .put("automargin", true)
        .put("gridcolor", grid)
        .put("linecolor", grid)
        .put("zerolinecolor", grid);
  }
}
