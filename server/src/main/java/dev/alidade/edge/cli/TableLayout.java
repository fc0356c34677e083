package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Lays a table out in the width of a terminal; one that is too wide is shown row by row. */
final class TableLayout {
  private static final int LEAST_WIDTH = 8;
  private static final int BETWEEN = 3;
  private static final String NOTHING = "-";

  private final Terminal terminal;

  TableLayout(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The lines of the table. */
  List<String> lines(Table table, boolean expanded) {
    if (table.columns().isEmpty()) {
      return List.of();
    }
    int[] widths = naturalWidths(table);
    int available = terminal.output() ? terminal.width() : Integer.MAX_VALUE;
    boolean fits = shrink(widths, available);
    return expanded || !fits ? records(table) : grid(table, widths);
  }

  private static int[] naturalWidths(Table table) {
    int[] widths = new int[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = SafeText.width(SafeText.oneLine(table.columns().get(column)));
    }
    for (List<JsonNode> row : table.rows()) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], SafeText.width(shown(row.get(column))));
      }
    }
    return widths;
  }

  /** Takes from the widest columns until the line fits; false where it cannot. */
  private static boolean shrink(int[] widths, int available) {
    long total = (long) BETWEEN * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    while (total > available) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        if (widths[column] > widths[widest]) {
          widest = column;
        }
      }
      if (widths[widest] <= LEAST_WIDTH) {
        return false;
      }
      widths[widest]--;
      total--;
    }
    return true;
  }

  private List<String> grid(Table table, int[] widths) {
    List<String> lines = new ArrayList<>();
    List<String> head = new ArrayList<>();
    List<String> rule = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      String name = SafeText.oneLine(table.columns().get(column));
      head.add(terminal.bold(pad(name, widths[column], table.isNumeric(column))));
      rule.add("-".repeat(widths[column]));
    }
    lines.add(String.join(" | ", head).stripTrailing());
    lines.add(String.join("-+-", rule));
    boolean[] numeric = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      numeric[column] = table.isNumeric(column);
    }
    for (List<JsonNode> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        String cell = pad(shown(row.get(column)), widths[column], numeric[column]);
        cells.add(isAbsent(row.get(column)) ? terminal.dim(cell) : cell);
      }
      lines.add(String.join(" | ", cells).stripTrailing());
    }
    return lines;
  }

  private List<String> records(Table table) {
    List<String> lines = new ArrayList<>();
    int nameWidth = table.columns().stream().mapToInt(name -> SafeText.width(name)).max().orElse(0);
    int number = 1;
    for (List<JsonNode> row : table.rows()) {
      lines.add(terminal.dim("-- row " + number++));
      for (int column = 0; column < table.columns().size(); column++) {
        String name = SafeText.oneLine(table.columns().get(column));
        lines.add(terminal.bold(pad(name, nameWidth, false)) + " | " + shown(row.get(column)));
      }
    }
    return lines;
  }

  private static String pad(String text, int width, boolean right) {
    String fitting = SafeText.fit(text, width);
    String space = " ".repeat(Math.max(0, width - SafeText.width(fitting)));
    return right ? space + fitting : fitting + space;
  }

  private static boolean isAbsent(JsonNode cell) {
    return cell.isNull() || cell.isMissingNode();
  }

  private static String shown(JsonNode cell) {
    return isAbsent(cell) ? NOTHING : SafeText.oneLine(Table.text(cell));
  }
}
