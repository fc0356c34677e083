package dev.alidade.chart;

import java.util.List;
import java.util.function.Supplier;

/** What charts that join their points share. */
final class Curves {
  /** With more points than these, marks hide the line. */
  static final int DENSE = 60;

  private Curves() {}

  static Figure draw(ChartSpec spec, ChartTable table, Supplier<Part> begin) {
    List<Part> traces = Cartesian.traces(spec, table, begin);
    // A missing value is seen as a gap, and missing days as room between points.
    traces.forEach(trace -> trace.put("connectgaps", false));
    return Figure.of(traces, Cartesian.layout(spec, table).put("hovermode", "x unified"));
  }
}
