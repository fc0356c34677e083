package dev.alidade.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A calendar: a measure for each day, by week and weekday. */
final class CalendarForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("calendar", "calendar heatmap");
  }

  @Override
  public String wants() {
    return "a column of days, and a number for each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.TREND);
  }

  private static final int ISO_DATE = 10;

  @Override
  public Optional<Fit> fit(Shape shape) {
    if (shape.times().isEmpty() || shape.measures().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(shape.times().getFirst(), shape.measures().getFirst()),
            shape.rows() > 60 ? 0.3 : 0.1,
            "A calendar shows which days stand out"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    TreeMap<LocalDate, Object> values = new TreeMap<>();
    List<Object> days = spec.x().map(table::cells).orElse(List.of());
    List<Object> numbers = table.numbers(spec.measure());
    for (int index = 0; index < days.size(); index++) {
      Object number = numbers.get(index);
      day(days.get(index)).ifPresent(day -> values.put(day, number));
    }
    List<String> weeks = new ArrayList<>();
    List<List<Object>> cells = new ArrayList<>();
    Arrays.stream(DayOfWeek.values()).forEach(day -> cells.add(new ArrayList<>()));
    if (!values.isEmpty()) {
      LocalDate first = values.firstKey().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      for (LocalDate week = first; !week.isAfter(values.lastKey()); week = week.plusWeeks(1)) {
        weeks.add(week.toString());
        for (int day = 0; day < cells.size(); day++) {
          cells.get(day).add(values.get(week.plusDays(day)));
        }
      }
    }
    Part trace =
        Part.of("type", "heatmap")
            .put("colorscale", Theme.SEQUENCE)
            .put("x", weeks)
            .put("y", weekdays())
            .put("z", cells)
            .put("xgap", 2)
            .put("ygap", 2)
            .put("hoverongaps", false)
            .put("colorbar.title.text", ChartTable.plain(spec.measure().label()));
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    return Figure.of(
        List.of(trace),
        Part.of("xaxis", theme.axis("").put("type", "date").put("showgrid", false))
            .put("yaxis", theme.axis("").put("autorange", "reversed").put("showgrid", false)));
  }

  private static List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
        .toList();
  }

  private static Optional<LocalDate> day(Object cell) {
    String text = String.valueOf(cell);
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(ISO_DATE, text.length()))));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
