package dev.alidade.chart.template;

import dev.alidade.chart.Theme;
import java.util.List;
import java.util.Locale;

/** How well colours stand out from their ground, as WCAG 2.2 reckons it. */
final class Contrast {
  /** What WCAG asks of graphics. */
  private static final double LEAST = 3;

  private Contrast() {}

  /** A sentence for each colour that can hardly be seen. */
  static List<String> warnings(List<String> colors, Theme theme) {
    String ground = theme.surface();
    return colors.stream()
        .filter(color -> of(color, ground) < LEAST)
        .map(
            color ->
                String.format(
                    Locale.ROOT,
                    "%s stands out from the ground %s by %.1f to 1 only; marks can be seen well from %.0f to 1",
                    color,
                    ground,
                    of(color, ground),
                    LEAST))
        .toList();
  }

  static double of(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String color) {
    return 0.2126 * part(color, 1) + 0.7152 * part(color, 3) + 0.0722 * part(color, 5);
  }

  private static double part(String color, int at) {
    double share = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
