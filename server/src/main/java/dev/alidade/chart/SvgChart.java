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
    if (spec.series().isPresent()) {
      Unfolded wide = Unfolded.of(spec, columns, rows);
      return draw(wide.spec(), wide.columns(), wide.rows());
    }
    SvgChart chart = new SvgChart(spec, columns, rows);
    return switch (marks(spec.kind())) {
      case BARS -> chart.bars();
      case LINES -> chart.points(true);
      case POINTS -> chart.points(false);
      case NONE -> Optional.empty();
    };
  }

  /** Whether a kind is among those that every door draws, those without a script too. */
  static boolean draws(ChartKind kind) {
    return marks(kind) != Marks.NONE;
  }

  private enum Marks {
    BARS,
    LINES,
    POINTS,
    NONE
  }

  private static Marks marks(ChartKind kind) {
    return switch (kind) {
      case BAR, PIE, DONUT, FUNNEL -> Marks.BARS;
      case LINE, AREA, STEP -> Marks.LINES;
      case SCATTER, BUBBLE -> Marks.POINTS;
      case NUMBER,
          HISTOGRAM,
          BOX,
          VIOLIN,
          HEATMAP,
          CALENDAR,
          TREEMAP,
          SUNBURST,
          ICICLE,
          SANKEY,
          NETWORK,
          WATERFALL,
          GANTT,
          CANDLESTICK,
          GAUGE,
          RADAR,
          PARALLEL,
          DENSITY,
          CONTOUR,
          SCATTER_3D,
          LINE_3D,
          SURFACE,
          MAP_POINTS,
          MAP_BUBBLES,
          CHOROPLETH,
          GEOJSON,
          HEXBINS ->
          Marks.NONE;
    };
  }

  /** Bars of several measures stand on one another. */
  private Optional<String> bars() {
    List<Object> names = cells(spec.x());
    List<List<Double>> measures =
        spec.y().stream().map(axis -> numbers(cells(Optional.of(axis)))).toList();
    int count = Math.min(MOST_BARS, names.size());
    boolean drawn = measures.stream().flatMap(List::stream).anyMatch(value -> !value.isNaN());
    if (!drawn || measures.stream().anyMatch(values -> values.size() != names.size())) {
      return Optional.empty();
    }
    List<Double> ends = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      ends.addAll(ends(measures, row));
    }
    SvgScale scale = SvgScale.withZero(ends, SvgCanvas.LEFT_OF_BARS, SvgCanvas.RIGHT);
    SvgCanvas canvas =
        new SvgCanvas(spec.title(), SvgCanvas.TOP + count * SvgCanvas.BAR + SvgCanvas.BOTTOM);
    canvas.verticals(scale);
    for (int row = 0; row < count; row++) {
      double top = SvgCanvas.TOP + row * (double) SvgCanvas.BAR;
      canvas.label(SvgCanvas.LEFT_OF_BARS - 8, top + 15, "end", shortened(names.get(row)));
      List<Double> reached = ends(measures, row);
      for (int index = 0; index < measures.size(); index++) {
        double value = measures.get(index).get(row);
        if (!Double.isNaN(value)) {
          double end = reached.get(index);
          String color = COLORS.get(index % COLORS.size());
          canvas.bar(scale.at(end - value), scale.at(end), top + 4, color);
        }
      }
    }
    for (int index = 0; index < measures.size() && measures.size() > 1; index++) {
      canvas.legend(index, spec.y().get(index).label(), COLORS.get(index % COLORS.size()));
    }
    if (names.size() > count) {
      canvas.label(
          SvgCanvas.RIGHT,
          canvas.height() - 4,
          "end",
          "the first %d of %d".formatted(count, names.size()));
    }
    return Optional.of(canvas.done());
  }

  /** How far the measures of a row reach, each upon those before on its side of zero. */
  private static List<Double> ends(List<List<Double>> measures, int row) {
    List<Double> ends = new ArrayList<>();
    double above = 0;
    double below = 0;
    for (List<Double> values : measures) {
      double value = values.get(row);
      if (value >= 0) {
        above += value;
      } else if (value < 0) {
        below += value;
      }
      ends.add(value < 0 ? below : above);
    }
    return ends;
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
