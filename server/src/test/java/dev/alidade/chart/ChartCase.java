package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of a kind's golden case: names and types first, cells between bars. */
record ChartCase(List<ColumnLabel> columns, List<List<Object>> rows) {
  static final Path FILES = Path.of("src/test/resources/dev/alidade/chart");

  static ChartCase of(ChartKind kind) throws IOException {
    return read(name(kind));
  }

  static ChartCase read(String name) throws IOException {
    List<String> lines = Files.readAllLines(FILES.resolve(name + ".csv"));
    List<ColumnLabel> columns = new ArrayList<>();
    for (String column : lines.getFirst().split(",", -1)) {
      String[] parts = column.split(":", -1);
      columns.add(new ColumnLabel(parts[0], TypeKind.valueOf(parts[1])));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split("\\|", -1));
      List<Object> row = new ArrayList<>();
      for (int at = 0; at < columns.size(); at++) {
        row.add(cell(cells.get(at), columns.get(at).type()));
      }
      rows.add(row);
    }
    return new ChartCase(columns, rows);
  }

  private static Object cell(String text, TypeKind type) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case INTEGER -> (Object) Long.parseLong(text);
      case FLOAT -> (Object) Double.parseDouble(text);
      default -> text;
    };
  }

  static String name(ChartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
