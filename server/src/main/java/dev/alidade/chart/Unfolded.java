package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A chart with series as one with a measure for each of them, a row for each place. */
record Unfolded(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
  static Unfolded of(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    ChartTable table = new ChartTable(columns, rows);
    List<String> names =
        table.cells(spec.series().orElseThrow()).stream().map(Unfolded::name).toList();
    List<String> series = names.stream().distinct().toList();
    List<Object> places = spec.x().map(table::cells).orElse(List.of());
    List<Object> values = table.cells(spec.measure());
    boolean joined = spec.kind() != ChartKind.SCATTER && spec.kind() != ChartKind.BUBBLE;
    Map<Object, Object[]> wide = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      Object place = places.isEmpty() ? row : places.get(row);
      // Points that share a place are points of their own; bars and lines are joined there.
      Object key = joined ? Optional.ofNullable(place) : (Object) row;
      Object[] cells = wide.computeIfAbsent(key, ignored -> new Object[series.size() + 1]);
      cells[0] = place;
      cells[1 + series.indexOf(names.get(row))] = values.get(row);
    }
    List<ColumnLabel> labels = new ArrayList<>();
    labels.add(new ColumnLabel(column(0), TypeKind.OTHER));
    IntStream.rangeClosed(1, series.size())
        .forEach(at -> labels.add(new ColumnLabel(column(at), TypeKind.FLOAT)));
    List<ChartSpec.Axis> measures =
        IntStream.range(0, series.size())
            .mapToObj(at -> new ChartSpec.Axis(column(at + 1), series.get(at)))
            .toList();
    ChartSpec flat =
        new ChartSpec(
            spec.kind(),
            spec.title(),
            spec.x().map(x -> new ChartSpec.Axis(column(0), x.label())),
            measures,
            spec.reason());
    return new Unfolded(flat, labels, wide.values().stream().map(Arrays::asList).toList());
  }

  private static String name(Object cell) {
    return cell == null ? ChartTable.NONE : cell.toString();
  }

  private static String column(int at) {
    return "column" + at;
  }
}
