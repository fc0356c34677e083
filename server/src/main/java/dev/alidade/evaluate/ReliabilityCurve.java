package dev.alidade.evaluate;

import java.util.List;
import java.util.Locale;

/** Draws how often readings are right by the confidence that they are shown with. */
final class ReliabilityCurve {
  private static final int SIDE = 300;
  private static final int MARGIN = 40;

  private ReliabilityCurve() {}

  /** A picture for a page; the diagonal is what a perfect confidence would give. */
  static String svg(List<Certainty.Bin> bins) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Share that is right by confidence\">%n",
            SIDE + 2 * MARGIN, SIDE + 2 * MARGIN));
    svg.append(
        format(
            "<path d=\"M%1$d %1$d V%2$d H%2$d M%1$d %2$d L%2$d %1$d\" fill=\"none\" stroke=\"#888\"/>%n",
            MARGIN, MARGIN + SIDE));
    StringBuilder line = new StringBuilder();
    for (Certainty.Bin bin : bins) {
      double x = MARGIN + SIDE * bin.confidence();
      double y = MARGIN + SIDE * (1 - bin.right());
      line.append(format("%.1f,%.1f ", x, y));
      svg.append(
          format(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#2a7\"><title>%d readings</title></circle>%n",
              x, y, 3 + Math.sqrt(bin.questions()) / 4, bin.questions()));
    }
    svg.append(
        format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"#2a7\"/>%n", line.toString().strip()));
    svg.append(
        format(
            "<text x=\"%1$d\" y=\"%2$d\" fill=\"currentColor\">confidence shown</text>%n"
                + "<text x=\"%3$d\" y=\"%4$d\" fill=\"currentColor\">share that is right</text>%n</svg>%n",
            MARGIN + SIDE / 3, SIDE + 2 * MARGIN - 12, MARGIN, MARGIN - 12));
    return svg.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
