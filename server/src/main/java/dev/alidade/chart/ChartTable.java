package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows that a chart is drawn from, as values that Plotly reads. */
final class ChartTable {
  /** What stands for a missing name. */
  static final String NONE = "(none)";

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}.*)?)?");

  private final List<ColumnLabel> columns;
  private final List<List<Object>> rows;

  ChartTable(List<ColumnLabel> columns, List<List<Object>> rows) {
    this.columns = List.copyOf(columns);
    this.rows = Collections.unmodifiableList(rows);
  }

  int size() {
    return rows.size();
  }

  List<List<Object>> rows() {
    return rows;
  }

  List<ColumnLabel> columns() {
    return columns;
  }

  /** The cells of a column as they came. */
  List<Object> cells(ChartSpec.Axis axis) {
    int at = columns.stream().map(ColumnLabel::name).toList().indexOf(axis.column());
    List<Object> cells = new ArrayList<>(rows.size());
    rows.forEach(row -> cells.add(at < 0 ? null : row.get(at)));
    return cells;
  }

  boolean has(ChartSpec.Axis axis) {
    return columns.stream().anyMatch(column -> column.name().equals(axis.column()));
  }

  /** Numbers; what is none is left empty. */
  List<Object> numbers(ChartSpec.Axis axis) {
    List<Object> numbers = new ArrayList<>();
    for (Object cell : cells(axis)) {
      numbers.add(number(cell).map(ChartTable::shortest).orElse(null));
    }
    return numbers;
  }

  /** Numbers of type double, where what is none counts nothing. */
  double[] doubles(ChartSpec.Axis axis) {
    return cells(axis).stream().mapToDouble(cell -> number(cell).orElse(0.0)).toArray();
  }

  /** Where marks stand: numbers and moments as they are, all else as text. */
  List<Object> places(ChartSpec.Axis axis) {
    boolean numeric = isNumeric(axis);
    List<Object> places = new ArrayList<>();
    for (Object cell : cells(axis)) {
      Optional<Double> number = numeric ? number(cell) : Optional.empty();
      places.add(number.isPresent() ? shortest(number.get()) : text(cell));
    }
    return places;
  }

  /** Names; a missing one is said. */
  List<String> texts(ChartSpec.Axis axis) {
    return cells(axis).stream().map(ChartTable::text).toList();
  }

  /** The type of axis that the column's values stand on. */
  String axisType(ChartSpec.Axis axis) {
    List<Object> some = cells(axis).stream().filter(cell -> cell != null).toList();
    boolean moments = some.stream().allMatch(cell -> MOMENT.matcher(cell.toString()).matches());
    if (!some.isEmpty() && moments) {
      return "date";
    }
    return isNumeric(axis) ? "linear" : "category";
  }

  private boolean isNumeric(ChartSpec.Axis axis) {
    TypeKind type =
        columns.stream()
            .filter(column -> column.name().equals(axis.column()))
            .map(ColumnLabel::type)
            .findFirst()
            .orElse(TypeKind.OTHER);
    return type.isNumeric()
        || (type != TypeKind.TEXT
            && cells(axis).stream().allMatch(cell -> cell == null || cell instanceof Number)
            && cells(axis).stream().anyMatch(Number.class::isInstance));
  }

  /** The rows by each value of a column, in the order in which values come. */
  Map<String, ChartTable> split(Optional<ChartSpec.Axis> axis) {
    if (axis.isEmpty()) {
      return Map.of("", this);
    }
    Map<String, List<List<Object>>> parts = new LinkedHashMap<>();
    List<String> names = texts(axis.get());
    for (int index = 0; index < rows.size(); index++) {
      parts.computeIfAbsent(names.get(index), key -> new ArrayList<>()).add(rows.get(index));
    }
    Map<String, ChartTable> tables = new LinkedHashMap<>();
    parts.forEach((name, some) -> tables.put(name, new ChartTable(columns, some)));
    return tables;
  }

  static Optional<Double> number(Object cell) {
    if (cell instanceof Number number) {
      return Optional.of(number.doubleValue()).filter(Double::isFinite);
    }
    if (!(cell instanceof String text) || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.strip()).doubleValue());
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** A number as JSON writes it shortest. */
  private static Object shortest(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? (Object) (long) number : (Object) number;
  }

  private static String text(Object cell) {
    return cell == null ? NONE : plain(cell.toString());
  }

  /** Plotly reads a few HTML tags in every text; a value from a database must stay text. */
  static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
