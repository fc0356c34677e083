package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a chart shows, mark by mark, as the figure itself has it. */
public final class DrawnMarks {
  private DrawnMarks() {}

  /** Each mark: where it stands, what it measures, and its series where there are several. */
  public static List<List<Object>> of(
      ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    List<List<Object>> marks = new ArrayList<>();
    for (Part trace : PlotlyFigure.of(spec, columns, rows).data()) {
      List<?> places = list(trace, trace.has("labels") ? "labels" : "x");
      List<?> values = list(trace, trace.has("values") ? "values" : "y");
      Optional<Object> series = spec.series().map(axis -> shown(trace.get("name")));
      for (int at = 0; at < Math.min(places.size(), values.size()); at++) {
        List<Object> mark = new ArrayList<>(Arrays.asList(shown(places.get(at)), values.get(at)));
        series.ifPresent(mark::add);
        marks.add(mark);
      }
    }
    return marks;
  }

  private static List<?> list(Part trace, String key) {
    return trace.get(key) instanceof List<?> list ? list : List.of();
  }

  private static Object shown(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return text.equals(ChartTable.NONE)
        ? ""
        : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
