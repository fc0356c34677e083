package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws a chart of rows as Plotly reads it. */
final class PlotlyFigure {
  private static final int LONGEST_LINE = 64;
  private static final int TOP = 32;
  private static final int LINE_HEIGHT = 20;

  private PlotlyFigure() {}

  /** Fails with INVALID_INPUT where the chart shows a column that the result has not. */
  static Figure of(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    check(spec, columns.stream().map(ColumnLabel::name).toList());
    ChartTable table = new ChartTable(columns, rows);
    Figure figure = parts(spec, table);
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    Part layout = theme.layout();
    title(spec.title(), layout);
    layout.put("colorway", spec.look().series());
    layout.and(figure.layout());
    spec.look().notes().ifPresent(notes -> write(notes, layout));
    Optional<Wording> wording = spec.look().locale().map(Wording::of);
    wording.ifPresent(known -> layout.put("separators", known.separators()));
    return new Figure(figure.data(), layout, figure.frames(), wording.map(Wording::config));
  }

  /** A title of several lines, each of which is as long as a small chart is wide. */
  private static void title(String title, Part layout) {
    StringBuilder text = new StringBuilder();
    int line = 0;
    int lines = 1;
    for (String word : title.strip().split("\\s+", -1)) {
      boolean over = line > 0 && line + 1 + word.length() > LONGEST_LINE;
      text.append(over ? "<br>" : line == 0 ? "" : " ").append(ChartTable.plain(word));
      line = over ? word.length() : line + 1 + word.length();
      lines += over ? 1 : 0;
    }
    layout.put("title.text", text.toString());
    if (lines > 1) {
      layout.put("margin.t", TOP + lines * LINE_HEIGHT);
    }
  }

  private static Figure parts(ChartSpec spec, ChartTable table) {
    if (spec.frame().isPresent()) {
      return Animation.draw(spec, table);
    }
    return spec.facet().isPresent()
        ? SmallMultiples.draw(spec, table)
        : spec.kind().form().draw(spec, table);
  }

  private static void write(List<ChartStyle.Note> notes, Part layout) {
    List<Object> all = new ArrayList<>();
    if (layout.get("annotations") instanceof List<?> some) {
      all.addAll(some);
    }
    boolean isLog = layout.get("yaxis") instanceof Part axis && "log".equals(axis.get("type"));
    for (ChartStyle.Note note : notes) {
      all.add(
          Part.of("x", note.x())
              .put("y", isLog ? logarithm(note.y()) : note.y())
              .put("text", ChartTable.plain(note.text()))
              .put("showarrow", true));
    }
    layout.put("annotations", all);
  }

  /** Plotly wants a place on such an axis as its logarithm, though marks as they are. */
  private static Object logarithm(Object place) {
    return ChartTable.number(place)
        .filter(number -> number > 0)
        .<Object>map(Math::log10)
        .orElse(place);
  }

  private static void check(ChartSpec spec, List<String> known) {
    Stream.of(
            spec.x().stream(),
            spec.y().stream(),
            spec.series().stream(),
            spec.size().stream(),
            spec.z().stream(),
            spec.levels().stream(),
            spec.facet().stream(),
            spec.frame().stream())
        .flatMap(axes -> axes)
        .map(ChartSpec.Axis::column)
        .filter(column -> !known.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw new AlidadeException(
                  ErrorCode.INVALID_INPUT,
                  "The chart shows a column `%s` that the result has not%s"
                      .formatted(column, Nearest.hint(column, known)));
            });
    Needs needs = spec.kind().form().needs();
    if (!needs.areMet(spec)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A chart of kind `%s` needs columns for %s; leave `chart` out to have them chosen"
              .formatted(spec.kind().name().toLowerCase(Locale.ROOT), needs.words()));
    }
  }
}
