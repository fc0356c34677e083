package dev.alidade.ask.build;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Span;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what a plan shows; where the question leaves it open, every sensible choice. */
final class OutputMaker {
  private static final int MOST = 16;
  private static final Feature DISPLAY = Feature.of("show.display");
  private static final Feature KEY = Feature.of("show.key");
  private static final Feature ALL = Feature.of("show.all");
  private static final Feature DEFAULT = Feature.of("show.default");
  private static final Feature DEFAULT_COUNT = Feature.of("show.default-count");
  private static final Feature KIND = Feature.of("show.kind");
  private static final Feature PERSON_NEAR = Feature.of("show.person-near");
  private static final Feature KIND_IDLE = Feature.of("show.kind-idle");
  private static final Feature GROUP_SHOWN = Feature.of("group.shown");
  private static final Feature GROUP_FIRST = Feature.of("group.shown-first");
  private static final Feature GROUP_HIDDEN = Feature.of("group.hidden");
  private static final Feature DISTINCT_IMPLIED = Feature.of("distinct.implied");
  private static final Feature DISTINCT_LEFT = Feature.of("distinct.left");
  private static final Feature GROUP_MOVED = Feature.of("group.moved-first");
  private static final Feature COUNT = Feature.of("outputs.count");
  private static final Feature REPEATED = Feature.of("outputs.repeated");
  private static final Feature COUNT_ROOT_UNKNOWN = Feature.of("count.of-root");
  private static final Set<String> PLACES =
      Set.of("location", "city", "address", "country", "place", "state", "venue", "position");

  private final JoinGraph graph;
  private final GroupMaker groups;

  OutputMaker(JoinGraph graph) {
    this.graph = graph;
    this.groups = new GroupMaker(graph);
  }

  List<Draft> make(TableName root, List<Fact> facts) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(new Draft(root));
    boolean kinds = facts.stream().noneMatch(OutputMaker::shows);
    for (Fact fact : facts) {
      drafts = extend(drafts, fact, root, kinds, facts);
    }
    List<Draft> complete = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.outputs.isEmpty()) {
        complete.addAll(defaults(draft, facts));
      } else {
        complete.add(draft);
      }
    }
    List<Draft> finished = new ArrayList<>();
    for (Draft draft : withDistinct(complete)) {
      draft.feature(COUNT, draft.outputs.size());
      for (Draft grouped : groups.make(draft, facts)) {
        if (!grouped.outputs.isEmpty() && !isTwiceDistinct(grouped) && !ranksNothing(grouped)) {
          finished.add(grouped);
        }
      }
    }
    return finished.size() > MOST ? finished.subList(0, MOST) : finished;
  }

  /** Where one column is shown whose values repeat, each of them once may be meant. */
  private List<Draft> withDistinct(List<Draft> drafts) {
    List<Draft> choices = new ArrayList<>();
    for (Draft draft : drafts) {
      choices.add(draft);
      boolean repeats =
          !draft.distinct
              && draft.outputs.size() == 1
              && draft.outputs.getFirst().expression() instanceof Expression.ColumnUse column
              && graph.target(column).filter(graph.columns()::repeats).isPresent();
      if (repeats) {
        Draft once = draft.copy().feature(DISTINCT_IMPLIED, 1);
        once.distinct = true;
        choices.add(once);
        draft.feature(DISTINCT_LEFT, 1);
      }
    }
    return choices;
  }

  /** Whether the one row of a total is tested or cut as if there were more. */
  private static boolean ranksNothing(Draft draft) {
    boolean oneRow = draft.groups.isEmpty() && draft.topPerGroup == null && draft.aggregates();
    return (oneRow && draft.limit != null) || (draft.groups.isEmpty() && !draft.having.isEmpty());
  }

  /** Whether each group is one row already, so that asking for different rows changes nothing. */
  private static boolean isTwiceDistinct(Draft draft) {
    return draft.distinct
        && draft.groups.size() == 1
        && draft.outputs.size() == 1
        && Expressions.isSame(draft.groups.getFirst(), draft.outputs.getFirst().expression());
  }

  private static boolean shows(Fact fact) {
    return fact instanceof Fact.Show
        || fact instanceof Fact.ShowTable
        || fact instanceof Fact.ShowAll
        || fact instanceof Fact.ShowCount
        || fact instanceof Fact.ShowMetric;
  }

  private List<Draft> extend(
      List<Draft> drafts, Fact fact, TableName root, boolean kinds, List<Fact> facts) {
    return switch (fact) {
      case Fact.Show show -> {
        Expression expression =
            Expressions.aggregated(
                show.target(),
                show.aggregate(),
                show.aggregate().isPresent() && show.distinct(),
                show.span());
        drafts.forEach(
            draft -> {
              add(draft, show.target().table(), Expressions.shown(expression));
              draft.distinct |= show.distinct() && show.aggregate().isEmpty();
            });
        yield drafts;
      }
      case Fact.ShowTable show -> {
        List<Draft> shown = new ArrayList<>();
        for (Draft draft : drafts) {
          shown.addAll(named(draft, show.table(), show.span()));
        }
        shown.forEach(draft -> draft.distinct |= show.distinct());
        yield shown;
      }
      case Fact.ShowAll all -> {
        drafts.forEach(draft -> everything(draft, root, all.span()));
        yield drafts;
      }
      case Fact.ShowKind kind -> kind(drafts, kind, root, kinds);
      case Fact.ShowCount count -> {
        drafts.forEach(draft -> count(draft, count));
        yield drafts;
      }
      case Fact.GroupColumn group ->
          grouped(
              drafts,
              List.of(Expressions.column(group.target(), group.span())),
              group.target().table(),
              group.leading());
      case Fact.GroupTable group -> {
        Table table = graph.table(group.table());
        List<Expression> names = new ArrayList<>();
        for (Column column : graph.columns().display(table)) {
          names.add(Expressions.column(table.name(), column, Words.of(group.span())));
        }
        yield grouped(drafts, names, group.table(), group.leading());
      }
      case Fact.GroupPeriod group -> periods(drafts, group, root, MetricFacts.times(facts));
      case Fact.Condition condition -> drafts;
      case Fact.OpenPeriod open -> drafts;
      case Fact.OpenPart open -> drafts;
      case Fact.OpenMatch open -> drafts;
      case Fact.SortColumn sort -> drafts;
      case Fact.SortCount sort -> drafts;
      case Fact.CountTest test -> drafts;
      case Fact.AggregateTest test -> drafts;
      case Fact.ShowMetric show -> {
        Output output = Expressions.shown(Expressions.metric(show.metric(), show.span()));
        drafts.forEach(
            draft -> {
              add(draft, show.metric().tables().iterator().next(), output);
              draft.hard.addAll(show.metric().tables());
            });
        yield drafts;
      }
      case Fact.SortMetric sort -> drafts;
      case Fact.Across across -> drafts;
      case Fact.AverageOver over -> drafts;
      case Fact.SideBySide sides -> drafts;
      case Fact.MetricTest test -> drafts;
      case Fact.Touch touch -> drafts;
    };
  }

  private static void add(Draft draft, TableName table, Output output) {
    boolean repeated =
        draft.outputs.stream()
            .anyMatch(before -> Expressions.isSame(before.expression(), output.expression()));
    if (repeated) {
      draft.feature(REPEATED, 1);
      return;
    }
    draft.outputs.add(output);
    draft.hard.add(table);
  }

  private List<Draft> named(Draft draft, TableName name, Span span) {
    Table table = graph.table(name);
    List<Draft> choices = new ArrayList<>();
    List<Column> display = graph.columns().display(table);
    List<Column> key = DisplayColumns.key(table);
    choices.add(withColumns(draft, table, display, span, DISPLAY));
    if (!key.equals(display) && key.size() == 1) {
      choices.add(withColumns(draft, table, key, span, KEY));
    }
    choices.add(withColumns(draft, table, table.columns(), span, ALL));
    return choices;
  }

  private static Draft withColumns(
      Draft draft, Table table, List<Column> columns, Span span, Feature feature) {
    Draft copy = draft.copy().feature(feature, 1);
    for (Column column : columns) {
      add(
          copy,
          table.name(),
          Expressions.shown(Expressions.column(table.name(), column, Words.of(span))));
    }
    return copy;
  }

  private void everything(Draft draft, TableName root, Span span) {
    for (Column column : graph.table(root).columns()) {
      add(draft, root, Expressions.shown(Expressions.column(root, column, Words.of(span))));
    }
  }

  private List<Draft> kind(List<Draft> drafts, Fact.ShowKind kind, TableName root, boolean open) {
    if (!open) {
      drafts.forEach(draft -> draft.feature(KIND_IDLE, 1));
      return drafts;
    }
    Table table = graph.table(root);
    if (kind.kind().equals("person")) {
      return people(drafts, kind.span(), table);
    }
    List<Column> fitting =
        table.columns().stream()
            .filter(
                column ->
                    kind.kind().equals("time")
                        ? isTime(column)
                        : PLACES.stream()
                            .anyMatch(column.name().toLowerCase(Locale.ROOT)::contains))
            .limit(3)
            .toList();
    List<Draft> choices = new ArrayList<>();
    for (Draft draft : drafts) {
      for (Column column : fitting) {
        choices.add(withColumns(draft, table, List.of(column), kind.span(), KIND));
      }
    }
    return choices.isEmpty() ? drafts : choices;
  }

  /** Who: the row itself, and whoever it belongs to where that has a first and a last name. */
  private List<Draft> people(List<Draft> drafts, Span span, Table table) {
    List<Draft> choices = new ArrayList<>();
    for (Draft draft : drafts) {
      choices.addAll(named(draft, table.name(), span));
      if (graph.columns().display(table).size() > 1) {
        continue;
      }
      for (TableName near : graph.neighbors(table.name())) {
        List<Column> names = graph.columns().display(graph.table(near));
        if (names.size() > 1) {
          choices.add(withColumns(draft, graph.table(near), names, span, PERSON_NEAR));
        }
      }
    }
    return choices;
  }

  private static boolean isTime(Column column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    return column.type().kind().isTemporal() || name.contains("year") || name.contains("date");
  }

  private void count(Draft draft, Fact.ShowCount count) {
    if (count.column().isPresent()) {
      Expression.ColumnUse column = Expressions.column(count.column().get(), count.span());
      Expression counted =
          new Expression.Aggregate(
              AggregateFunction.COUNT,
              count.distinct(),
              Optional.of(column),
              Words.of(count.span()));
      add(draft, count.column().get().table(), Expressions.shown(counted));
      return;
    }
    if (count.table().isEmpty()) {
      draft.feature(COUNT_ROOT_UNKNOWN, 1);
    }
    TableName table = count.table().orElse(draft.root);
    add(draft, table, Expressions.count(table.table(), count.span()));
  }

  private static List<Draft> grouped(
      List<Draft> drafts, List<? extends Expression> keys, TableName table, boolean leading) {
    List<Draft> choices = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.outputs.isEmpty() || !leading) {
        Draft shown = draft.copy();
        shown.feature(draft.outputs.isEmpty() ? GROUP_FIRST : GROUP_SHOWN, 1);
        keys.forEach(key -> add(shown, table, Expressions.shown(key)));
        choices.add(shown);
      }
      if (!draft.outputs.isEmpty()) {
        Draft moved = draft.copy().feature(leading ? GROUP_SHOWN : GROUP_MOVED, 1);
        int measures = 0;
        while (measures < draft.outputs.size()
            && !draft.outputs.get(measures).expression().isAggregate()) {
          measures++;
        }
        List<Output> after = List.copyOf(draft.outputs.subList(measures, draft.outputs.size()));
        moved.outputs.removeAll(after);
        keys.forEach(key -> add(moved, table, Expressions.shown(key)));
        after.forEach(output -> add(moved, moved.root, output));
        choices.add(moved);
      }
      Draft hidden = draft.copy().feature(GROUP_HIDDEN, 1);
      hidden.hard.add(table);
      choices.add(hidden);
    }
    return choices;
  }

  private List<Draft> periods(
      List<Draft> drafts, Fact.GroupPeriod group, TableName root, List<Target> times) {
    List<Draft> choices = new ArrayList<>();
    for (Draft draft : drafts) {
      if (!times.isEmpty()) {
        choices.addAll(period(draft, group, times.getFirst()));
        continue;
      }
      List<TableName> near = new ArrayList<>(draft.hard);
      graph.neighbors(root).stream().filter(name -> !near.contains(name)).forEach(near::add);
      for (TableName name : near) {
        for (Column column : graph.table(name).columns()) {
          boolean happens =
              column.type().kind().isTemporal()
                  && graph.columns().happens(new Target(name, column));
          if (happens && choices.size() < MOST) {
            choices.addAll(period(draft, group, new Target(name, column)));
          }
        }
        if (!choices.isEmpty()) {
          break;
        }
      }
    }
    return choices;
  }

  private static List<Draft> period(Draft draft, Fact.GroupPeriod group, Target date) {
    Expression period =
        Expression.cut(
            group.cut(),
            Expressions.column(date.table(), date.column(), Words.NONE),
            Words.of(group.span()));
    return grouped(List.of(draft), List.of(period), date.table(), true);
  }

  private List<Draft> defaults(Draft draft, List<Fact> facts) {
    boolean testsOnly = facts.stream().anyMatch(fact -> fact instanceof Fact.AggregateTest);
    List<Draft> choices = named(draft, draft.root, new Span(0, 1));
    choices.forEach(choice -> choice.feature(DEFAULT, 1));
    if (!testsOnly) {
      Draft counted = draft.copy().feature(DEFAULT_COUNT, 1);
      counted.outputs.add(Expressions.count(draft.root.table(), new Span(0, 1)));
      choices.add(counted);
    }
    return choices;
  }
}
