package dev.alidade.chart;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Gantt chart: from when to when each task goes. */
final class GanttForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("gantt", "timeline", "schedule");
  }

  @Override
  public String wants() {
    return "names of tasks, and a start and an end of each";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.SCHEDULE);
  }

  private static final int ISO_DATE = 10;
  private static final int ISO_TIME = 19;

  @Override
  public Needs needs() {
    return new Needs(true, 2, 0);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    Optional<String> start = shape.meaning(Trait.Meaning.START);
    Optional<String> end = shape.meaning(Trait.Meaning.END);
    List<String> times = shape.times();
    boolean named = start.isPresent() && end.isPresent();
    if (shape.categories().isEmpty() || (!named && times.size() < 2)) {
      return Optional.empty();
    }
    String task = shape.categories().getFirst();
    return Optional.of(
        new Fit(
            Encoding.of(task, start.orElse(times.getFirst()), end.orElse(times.getLast()))
                .series(
                    shape.categories().stream()
                        .skip(1)
                        .filter(name -> shape.distinct(name) <= Places.MOST_SERIES)
                        .findFirst()),
            named && times.size() >= 2 ? 0.92 : 0.2,
            "Bars show from when to when each task goes"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<Part> traces = new ArrayList<>();
    table
        .split(spec.series())
        .forEach(
            (name, part) -> {
              List<Object> starts = part.cells(spec.measure());
              List<Object> ends = part.cells(spec.y().getLast());
              List<Object> lengths = new ArrayList<>();
              for (int row = 0; row < starts.size(); row++) {
                lengths.add(length(starts.get(row), ends.get(row)).orElse(null));
              }
              traces.add(
                  Part.of("type", "bar")
                      .put("orientation", "h")
                      .put("name", name)
                      .put("y", spec.x().map(part::texts).orElse(List.of()))
                      .put("base", part.places(spec.measure()))
                      .put("x", lengths));
            });
    Theme theme = spec.look().theme().orElse(Theme.LIGHT);
    return Figure.of(
        traces,
        Part.of("xaxis", theme.axis("").put("type", "date"))
            .put("yaxis", theme.axis("").put("type", "category").put("autorange", "reversed"))
            .put("barmode", "overlay")
            .put("showlegend", spec.series().isPresent()));
  }

  /** In milliseconds, as Plotly measures bars on a calendar. */
  private static Optional<Object> length(Object start, Object end) {
    Optional<LocalDateTime> from = moment(start);
    Optional<LocalDateTime> to = moment(end);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(from.get(), to.get()).toMillis());
  }

  private static Optional<LocalDateTime> moment(Object cell) {
    String text = String.valueOf(cell).replace(' ', 'T');
    try {
      return Optional.of(
          text.length() <= ISO_DATE
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.substring(0, Math.min(ISO_TIME, text.length()))));
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }
}
