package dev.alidade.chart;

import java.util.List;
import java.util.Locale;

/** The text of an SVG element while it grows; every text that comes from outside is escaped. */
final class SvgCanvas {
  static final int WIDTH = 720;
  static final int HEIGHT = 300;
  static final int LEFT = 72;
  static final int LEFT_OF_BARS = 190;
  static final int RIGHT = WIDTH - 16;
  static final int TOP = 16;
  static final int BOTTOM = 34;
  static final int BAR = 22;

  private final StringBuilder svg = new StringBuilder();
  private final int height;

  SvgCanvas(String title, int height) {
    this.height = height;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" width=\"%d\" height=\"%d\" font-family=\"ui-sans-serif, system-ui, sans-serif\" font-size=\"12\">"
            .formatted(WIDTH, height, WIDTH, height));
    svg.append("<title>").append(escaped(title)).append("</title>");
  }

  int height() {
    return height;
  }

  void verticals(SvgScale scale) {
    for (double tick : scale.ticks()) {
      rule(scale.at(tick), TOP, scale.at(tick), height - BOTTOM);
      label(scale.at(tick), height - BOTTOM + 18, "middle", SvgChart.tick(tick));
    }
  }

  void horizontals(SvgScale scale) {
    for (double tick : scale.ticks()) {
      rule(LEFT, scale.at(tick), RIGHT, scale.at(tick));
      label(LEFT - 8, scale.at(tick) + 4, "end", SvgChart.tick(tick));
    }
  }

  private void rule(double x, double y, double otherX, double otherY) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#8883\"/>",
        x, y, otherX, otherY);
  }

  void label(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#807a70\">", x, y, anchor);
    svg.append(escaped(text)).append("</text>");
  }

  void bar(double from, double to, double top, String color) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
        Math.min(from, to), top, Math.abs(to - from), BAR - 7, color);
  }

  /** A line through all points; it breaks where a value is missing. */
  void line(SvgScale across, List<Double> xs, SvgScale up, List<Double> ys, String color) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int index = 0; index < xs.size(); index++) {
      if (ys.get(index).isNaN()) {
        pen = false;
        continue;
      }
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              pen ? "L" : "M",
              across.at(xs.get(index)),
              up.at(ys.get(index))));
      pen = true;
    }
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, color);
  }

  void dots(SvgScale across, List<Double> xs, SvgScale up, List<Double> ys, String color) {
    for (int index = 0; index < xs.size(); index++) {
      if (!ys.get(index).isNaN()) {
        add(
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
            across.at(xs.get(index)), up.at(ys.get(index)), color);
      }
    }
  }

  void legend(int index, String name, String color) {
    double x = LEFT + 160.0 * index;
    add("<rect x=\"%.1f\" y=\"2\" width=\"10\" height=\"10\" fill=\"%s\"/>", x, color);
    label(x + 15, 11, "start", name);
  }

  String done() {
    return svg + "</svg>";
  }

  private void add(String element, Object... values) {
    svg.append(String.format(Locale.ROOT, element, values));
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  // XML has no place for control characters and half surrogates.
                  boolean printed = point >= ' ' && !(point >= 0xD800 && point <= 0xDFFF);
                  escaped.appendCodePoint(printed ? point : ' ');
                }
              }
            });
    return escaped.toString();
  }
}
