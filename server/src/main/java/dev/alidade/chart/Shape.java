package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a result is made of, as far as drawing goes. */
record Shape(
    List<String> times, List<String> categories, List<String> measures, int columns, int rows) {
  static Shape of(List<ColumnLabel> columns, List<List<Object>> rows) {
    List<String> times = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<String> measures = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      String name = columns.get(at).name();
      String lower = name.toLowerCase(Locale.ROOT);
      TypeKind kind = columns.get(at).type();
      boolean period = lower.equals("year") || lower.equals("month") || lower.equals("quarter");
      if (kind.isTemporal() || period) {
        times.add(name);
      } else if (lower.equals("id") || lower.endsWith("_id")) {
        categories.add(name);
      } else if (kind.isNumeric() || holdsNumbers(rows, at)) {
        measures.add(name);
      } else {
        categories.add(name);
      }
    }
    return new Shape(times, categories, measures, columns.size(), rows.size());
  }

  private static boolean holdsNumbers(List<List<Object>> rows, int column) {
    boolean some = false;
    for (List<Object> row : rows) {
      Object cell = row.get(column);
      if (cell != null && !(cell instanceof Number)) {
        return false;
      }
      some |= cell != null;
    }
    return some;
  }
}
