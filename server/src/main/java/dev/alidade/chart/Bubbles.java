package dev.alidade.chart;

import java.util.Arrays;

/** Marks whose area tells a measure. */
final class Bubbles {
  private Bubbles() {}

  static double largest(ChartTable table, ChartSpec.Axis size) {
    return Arrays.stream(table.doubles(size)).max().orElse(0);
  }

  /**
   * @param pixels how wide the mark of {@code most} is
   */
  static Part marker(ChartTable table, ChartSpec.Axis size, double most, double pixels) {
    return Part.of("marker.size", table.numbers(size))
        .put("marker.sizemode", "area")
        .put("marker.sizeref", 2 * most / (pixels * pixels))
        .put("marker.sizemin", 3);
  }
}
