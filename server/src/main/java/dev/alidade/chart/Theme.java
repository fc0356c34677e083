package dev.alidade.chart;

import java.util.List;

/** The colours of a chart; series can be told apart by who does not see every colour. */
public enum Theme {
  LIGHT("#1f1d1a", "#69645b", "#e7e3db", "#ffffff", "#eeeae2", "#c9c3b6"),
  DARK("#ecebe6", "#a3a097", "#2b2e2c", "#141514", "#2b2e2c", "#4d524f"),
  PRINT("#000000", "#333333", "#cccccc", "#ffffff", "#f2f2f2", "#aaaaaa");

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
  private final String land;
  private final String border;

  Theme(String ink, String muted, String grid, String surface, String land, String border) {
    this.ink = ink;
    this.muted = muted;
    this.grid = grid;
    this.surface = surface;
    this.land = land;
    this.border = border;
  }

  List<String> series() {
    return this == PRINT ? GRAYS : SERIES;
  }

  /** The ground that marks stand on. */
  public String surface() {
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
        .put("title.font.size", 16)
        .put("title.x", 0.02)
        .put("title.xanchor", "left")
        .put("title.y", 0.97)
        .put("title.yanchor", "top")
        .put("margin.l", 56)
        .put("margin.r", 24)
        .put("margin.t", 48)
        .put("margin.b", 48)
        .put("hoverlabel.font.color", ink)
        .put("hoverlabel.bgcolor", surface);
  }

  /** Of a map. */
  String land() {
    return land;
  }

  /** Between countries, and between land and sea. */
  String border() {
    return border;
  }

  String ink() {
    return ink;
  }

  String grid() {
    return grid;
  }

  String muted() {
    return muted;
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
