package dev.alidade.chart;

import java.util.List;

/** What charts of a single number share. */
final class Gauges {
  private Gauges() {}

  /** The number of the first row; none is zero. */
  static Object first(ChartTable table, ChartSpec.Axis axis) {
    List<Object> numbers = table.numbers(axis).stream().filter(cell -> cell != null).toList();
    return numbers.isEmpty() ? 0 : numbers.getFirst();
  }

  /** A round number above another. */
  static double above(double value) {
    double size = Math.abs(value) < 1e-9 ? 1 : Math.abs(value);
    double step = Math.pow(10, Math.floor(Math.log10(size)));
    return Math.ceil(size * 1.2 / step) * step;
  }
}
