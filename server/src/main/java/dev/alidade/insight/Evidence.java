package dev.alidade.insight;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Expression.PeriodOf;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.chart.ChartKind;
import dev.alidade.chart.ChartSpec;
import dev.alidade.engine.Column;
import dev.alidade.insight.statistic.Tally;
import dev.alidade.query.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that kinds of insights look at; each statement runs once, whoever needs it. */
final class Evidence {
  private final Subject subject;
  private final Roles roles;
  private final Probe probe;
  private final Optional<Calendar> calendar;
  private final Map<Column, Optional<Groups>> groups = new HashMap<>();
  private final Map<Column, Optional<Turnover>> turnovers = new HashMap<>();
  private Optional<Optional<Series>> series = Optional.empty();

  Evidence(Subject subject, Roles roles, Probe probe, LocalDate today) {
    this.subject = subject;
    this.roles = roles;
    this.probe = probe;
    this.calendar = roles.time().flatMap(time -> Calendar.of(time, subject.grouped(), today));
  }

  /** What each group had in the last two whole periods. */
  record Turnover(Groups before, Groups after) {}

  Subject subject() {
    return subject;
  }

  Roles roles() {
    return roles;
  }

  Probe probe() {
    return probe;
  }

  /** The whole periods with their tallies. */
  Optional<Series> series() {
    if (series.isEmpty()) {
      series = Optional.of(calendar.flatMap(this::readSeries));
    }
    return series.get();
  }

  private Optional<Series> readSeries(Calendar whole) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(period(whole), whole.unit()));
    outputs.addAll(parts(Optional.empty(), ""));
    return probe
        .tried(
            probe.written(
                subject.plan(
                    outputs, List.of(period(whole)), Optional.of(within(whole)), List.of())))
        .map(rows -> series(whole, rows));
  }

  private Series series(Calendar whole, Rows rows) {
    Map<LocalDate, List<Object>> byPeriod = new HashMap<>();
    for (List<Object> row : rows.rows()) {
      Calendar.date(row.getFirst()).ifPresent(day -> byPeriod.put(day, row));
    }
    List<LocalDate> periods = whole.periods();
    Map<Measure, List<Tally>> tallies = new HashMap<>();
    int at = 1;
    for (Measure measure : roles.measures()) {
      int column = at;
      boolean gap =
          subject.grouped() && periods.stream().anyMatch(day -> !byPeriod.containsKey(day));
      if (!gap) {
        tallies.put(
            measure,
            periods.stream()
                .map(
                    day ->
                        byPeriod.containsKey(day)
                            ? measure.tally(byPeriod.get(day), column)
                            : Tally.NONE)
                .toList());
      }
      at += measure.width();
    }
    return new Series(whole, periods, tallies);
  }

  /** The groups of a dimension with their tallies. */
  Optional<Groups> groups(Column dimension) {
    return groups.computeIfAbsent(dimension, this::readGroups);
  }

  private Optional<Groups> readGroups(Column dimension) {
    ColumnUse use = subject.column(dimension);
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(use, dimension.name()));
    outputs.addAll(parts(Optional.empty(), ""));
    return probe
        .tried(probe.written(subject.plan(outputs, List.of(use), Optional.empty(), List.of())))
        .map(rows -> groups(dimension, rows, 1));
  }

  private Groups groups(Column dimension, Rows rows, int from) {
    Map<Measure, List<Tally>> tallies = new HashMap<>();
    int at = from;
    for (Measure measure : roles.measures()) {
      int column = at;
      tallies.put(measure, rows.rows().stream().map(row -> measure.tally(row, column)).toList());
      at += measure.width();
    }
    List<String> names =
        rows.rows().stream()
            .map(row -> row.getFirst() == null ? "(no value)" : row.getFirst().toString())
            .toList();
    return new Groups(dimension, names, tallies);
  }

  /** What each group of a dimension had in the last two whole periods. */
  Optional<Turnover> turnover(Column dimension) {
    return turnovers.computeIfAbsent(
        dimension,
        column ->
            calendar.filter(one -> one.count() > 1).flatMap(one -> readTurnover(column, one)));
  }

  private Optional<Turnover> readTurnover(Column dimension, Calendar whole) {
    List<LocalDate> periods = whole.periods();
    Predicate after = during(whole, periods.getLast());
    Predicate before = during(whole, periods.get(periods.size() - 2));
    ColumnUse use = subject.column(dimension);
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(use, dimension.name()));
    outputs.addAll(parts(Optional.of(before), "before"));
    outputs.addAll(parts(Optional.of(after), "after"));
    int width = roles.measures().stream().mapToInt(Measure::width).sum();
    return probe
        .tried(
            probe.written(
                subject.plan(
                    outputs,
                    List.of(use),
                    Optional.of(new Predicate.AnyOf(List.of(before, after))),
                    List.of())))
        .map(rows -> new Turnover(groups(dimension, rows, 1), groups(dimension, rows, 1 + width)));
  }

  private List<Output> parts(Optional<Predicate> where, String prefix) {
    List<Output> parts = new ArrayList<>();
    int number = 0;
    for (Measure measure : roles.measures()) {
      parts.addAll(measure.parts(where, prefix + "m" + number++));
    }
    return parts;
  }

  private Expression period(Calendar whole) {
    return new PeriodOf(whole.grain(), time(), Words.NONE);
  }

  private ColumnUse time() {
    return subject.column(roles.time().orElseThrow().column());
  }

  private Predicate within(Calendar whole) {
    return new Predicate.InPeriod(
        time(),
        new Period(Optional.of(whole.first()), Optional.of(whole.end()), whole.grain()),
        false,
        Words.NONE);
  }

  /** That rows fall into one period. */
  Predicate during(Calendar whole, LocalDate day) {
    return new Predicate.InPeriod(time(), Period.of(whole.grain(), day), false, Words.NONE);
  }

  /** The statement that shows a measure by whole periods. */
  String overTime(Calendar whole, Measure measure) {
    return probe.written(
        subject.plan(
            List.of(new Output(period(whole), whole.unit()), measure.output()),
            List.of(period(whole)),
            Optional.of(within(whole)),
            List.of(new Ordering(period(whole), false, Words.NONE))));
  }

  /** The statement that shows a measure by the groups of a dimension, the greatest first. */
  String overGroups(Column dimension, Measure measure) {
    ColumnUse use = subject.column(dimension);
    return probe.written(
        subject.plan(
            List.of(new Output(use, dimension.name()), measure.output()),
            List.of(use),
            Optional.empty(),
            greatestFirst(measure.output(), use)));
  }

  /** The statement that shows a measure by groups in the last two whole periods. */
  String overTurnover(Column dimension, Measure measure, Calendar whole) {
    List<LocalDate> periods = whole.periods();
    Predicate after = during(whole, periods.getLast());
    Predicate before = during(whole, periods.get(periods.size() - 2));
    ColumnUse use = subject.column(dimension);
    Output last = measure.output(after, "after");
    return probe.written(
        subject.plan(
            List.of(new Output(use, dimension.name()), measure.output(before, "before"), last),
            List.of(use),
            Optional.of(new Predicate.AnyOf(List.of(before, after))),
            greatestFirst(last, use)));
  }

  /** Groups with the same value follow their names, so that rows come alike each time. */
  private static List<Ordering> greatestFirst(Output measure, ColumnUse group) {
    return List.of(
        new Ordering(measure.expression(), true, Words.NONE),
        new Ordering(group, false, Words.NONE));
  }

  /** How a statement of two columns is drawn. */
  static ChartSpec chart(ChartKind kind, String title, String x, String y, String reason) {
    return new ChartSpec(
        kind,
        title,
        Optional.of(new ChartSpec.Axis(x, x.replace('_', ' '))),
        List.of(new ChartSpec.Axis(y, y.replace('_', ' '))),
        reason);
  }
}
