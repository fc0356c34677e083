package dev.alidade.chart;

import java.util.ArrayList;
import java.util.List;

/** Where numbers stand along an axis, from {@code start} to {@code end} in pixels. */
record SvgScale(double least, double most, double start, double end) {
  private static final int TICKS = 5;

  static SvgScale of(List<Double> values, double start, double end) {
    double least =
        values.stream().filter(value -> !value.isNaN()).mapToDouble(value -> value).min().orElse(0);
    double most =
        values.stream().filter(value -> !value.isNaN()).mapToDouble(value -> value).max().orElse(1);
    // Numbers far from zero are seen apart; others are seen from zero, which overstates nothing.
    boolean fromZero = least > 0 && least < most / 2;
    return least == most
        ? new SvgScale(least - 1, most + 1, start, end)
        : new SvgScale(fromZero ? 0 : least, most, start, end);
  }

  static SvgScale withZero(List<Double> values, double start, double end) {
    List<Double> more = new ArrayList<>(values);
    more.add(0.0);
    return of(more, start, end);
  }

  double at(double value) {
    return start + (value - least) / (most - least) * (end - start);
  }

  /** Round numbers along the axis. */
  List<Double> ticks() {
    double step = Math.pow(10, Math.floor(Math.log10((most - least) / TICKS)));
    double often = (most - least) / step;
    step *= often > 4 * TICKS ? 5 : often > 2 * TICKS ? 2 : 1;
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(least / step) * step; tick <= most + step / 1e6; tick += step) {
      ticks.add(Math.abs(tick) < step / 1e6 ? 0 : tick);
    }
    return ticks;
  }
}
