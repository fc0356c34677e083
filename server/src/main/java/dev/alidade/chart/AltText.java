package dev.alidade.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chart in a few sentences, for who does not see it. */
final class AltText {
  private AltText() {}

  static String of(ChartSpec spec, ChartTable table) {
    StringBuilder text = new StringBuilder(spec.title());
    text.append(". A chart of the kind ").append(spec.kind().words()).append(':');
    text.append(' ').append(measures(spec));
    spec.x().ifPresent(x -> text.append(" by ").append(x.label()));
    spec.series().ifPresent(series -> text.append(", one series for each ").append(series.label()));
    text.append(String.format(Locale.ROOT, ", %,d rows.", table.size()));
    if (!spec.y().isEmpty()) {
      extremes(spec, table, text);
    }
    return text.toString();
  }

  private static String measures(ChartSpec spec) {
    return spec.y().isEmpty()
        ? spec.levels().stream().map(ChartSpec.Axis::label).collect(Collectors.joining(" to "))
        : spec.y().stream().map(ChartSpec.Axis::label).collect(Collectors.joining(", "));
  }

  private static void extremes(ChartSpec spec, ChartTable table, StringBuilder text) {
    List<Object> cells = table.cells(spec.measure());
    int highest = -1;
    int lowest = -1;
    for (int row = 0; row < cells.size(); row++) {
      double value = value(cells, row);
      if (Double.isNaN(value)) {
        continue;
      }
      highest = highest < 0 || value > value(cells, highest) ? row : highest;
      lowest = lowest < 0 || value < value(cells, lowest) ? row : lowest;
    }
    if (highest < 0) {
      return;
    }
    text.append(" Highest: ").append(mark(spec, table, highest)).append('.');
    if (lowest != highest) {
      text.append(" Lowest: ").append(mark(spec, table, lowest)).append('.');
    }
  }

  private static double value(List<Object> cells, int row) {
    return ChartTable.number(cells.get(row)).orElse(Double.NaN);
  }

  private static String mark(ChartSpec spec, ChartTable table, int row) {
    Object cell = table.cells(spec.measure()).get(row);
    String value =
        spec.look()
            .locale()
            .map(Wording::of)
            .flatMap(wording -> ChartTable.number(cell).map(wording::number))
            .orElseGet(() -> String.valueOf(cell));
    return spec.x().map(x -> table.cells(x).get(row) + ", " + value).orElse(value);
  }
}
