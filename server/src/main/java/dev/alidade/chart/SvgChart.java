package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws a chart as one SVG element that stands by itself: no script, no link, no font. Colors are
 * those of the page's theme where it has one.
 */
public final class SvgChart {
  private static final List<String> COLORS =
      List.of("#0f6b64", "#c2762b", "#5566a8", "#a8475a", "#6f8f3a", "#7a6a58");
  private static final int MOST_BARS = 40;
  private static final int ISO_DATE = 10;

  private final ChartSpec spec;
  private final List<ColumnLabel> columns;
  private final List<List<Object>> rows;

  private SvgChart(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    this.spec = spec;
    this.columns = columns;
    this.rows = rows;
  }

  /** The chart of a result; empty where it has none, or no numbers to draw. */
  public static Optional<String> draw(
      ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    SvgChart chart = new SvgChart(spec, columns, rows);
    return switch (spec.kind()) {
      case NUMBER -> Optional.empty();
      case BAR, PIE -> chart.bars();
      case LINE -> chart.points(true);
      case SCATTER -> chart.points(false);
    };
  }

  private Optional<String> bars() {
    List<Object> names = cells(spec.x());
    List<Double> values = numbers(cells(spec.y().stream().findFirst()));
    int count = Math.min(MOST_BARS, values.size());
    if (names.size() != values.size() || values.stream().allMatch(value -> value.isNaN())) {
      return Optional.empty();
    }
    SvgScale scale =
        SvgScale.withZero(values.subList(0, count), SvgCanvas.LEFT_OF_BARS, SvgCanvas.RIGHT);
    SvgCanvas canvas =
        new SvgCanvas(spec.title(), SvgCanvas.TOP + count * SvgCanvas.BAR + SvgCanvas.BOTTOM);
    canvas.verticals(scale);
    for (int index = 0; index < count; index++) {
      double top = SvgCanvas.TOP + index * (double) SvgCanvas.BAR;
      canvas.label(SvgCanvas.LEFT_OF_BARS - 8, top + 15, "end", shortened(names.get(index)));
      if (!values.get(index).isNaN()) {
        canvas.bar(scale.at(0), scale.at(values.get(index)), top + 4, COLORS.getFirst());
      }
    }
    if (values.size() > count) {
      canvas.label(
          SvgCanvas.RIGHT,
          canvas.height() - 4,
          "end",
          "the first %d of %d".formatted(count, values.size()));
    }
    return Optional.of(canvas.done());
  }

  private Optional<String> points(boolean joined) {
    List<Object> places = cells(spec.x());
    List<Double> along = positions(places, joined);
    List<Double> all = new ArrayList<>();
    spec.y().forEach(axis -> all.addAll(numbers(cells(Optional.of(axis)))));
    if (along.size() < 2 || all.stream().allMatch(value -> value.isNaN())) {
      return Optional.empty();
    }
    SvgCanvas canvas = new SvgCanvas(spec.title(), SvgCanvas.HEIGHT);
    SvgScale across = SvgScale.of(along, SvgCanvas.LEFT, SvgCanvas.RIGHT);
    SvgScale up = SvgScale.of(all, SvgCanvas.HEIGHT - SvgCanvas.BOTTOM, SvgCanvas.TOP);
    canvas.horizontals(up);
    if (joined) {
      canvas.label(SvgCanvas.LEFT, canvas.height() - 8, "start", shortened(places.getFirst()));
      canvas.label(SvgCanvas.RIGHT, canvas.height() - 8, "end", shortened(places.getLast()));
    } else {
      canvas.verticals(across);
    }
    for (int index = 0; index < spec.y().size(); index++) {
      List<Double> values = numbers(cells(Optional.of(spec.y().get(index))));
      String color = COLORS.get(index % COLORS.size());
      if (joined) {
        canvas.line(across, along, up, values, color);
      }
      canvas.dots(across, along, up, values, color);
      if (spec.y().size() > 1) {
        canvas.legend(index, spec.y().get(index).label(), color);
      }
    }
    return Optional.of(canvas.done());
  }

  private List<Object> cells(Optional<ChartSpec.Axis> axis) {
    int column =
        axis.map(one -> columns.stream().map(ColumnLabel::name).toList().indexOf(one.column()))
            .orElse(-1);
    return column < 0 ? List.of() : rows.stream().map(row -> row.get(column)).toList();
  }

  /** Where rows stand: numbers and dates at their value, what is neither one after the other. */
  private static List<Double> positions(List<Object> places, boolean dates) {
    List<Double> positions = new ArrayList<>();
    for (Object place : places) {
      positions.add(dates ? day(place) : number(place));
    }
    if (positions.stream().anyMatch(position -> position.isNaN())) {
      positions.replaceAll(ignored -> 0.0);
      for (int index = 0; index < positions.size(); index++) {
        positions.set(index, (double) index);
      }
    }
    return positions;
  }

  private static double day(Object cell) {
    String text = String.valueOf(cell);
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return LocalDate.parse(text.substring(0, Math.min(ISO_DATE, text.length()))).toEpochDay();
    } catch (DateTimeParseException noDate) {
      return Double.NaN;
    }
  }

  private static List<Double> numbers(List<Object> cells) {
    return cells.stream().map(SvgChart::number).toList();
  }

  private static double number(Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(cell));
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  private static String shortened(Object cell) {
    String text = cell == null ? "(no value)" : cell.toString();
    return text.length() > 26 ? text.substring(0, 25) + "…" : text;
  }

  /** A number beside an axis. */
  static String tick(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, "%,.3g", value);
  }
}
