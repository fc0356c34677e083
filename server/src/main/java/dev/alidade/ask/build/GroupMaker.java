package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides by what a plan groups, sorts and limits. */
final class GroupMaker {
  private static final Feature BY_KEY = Feature.of("group.by-key");
  private static final Feature BY_SHOWN = Feature.of("group.by-shown");
  private static final Feature DISTINCT_GROUPS = Feature.of("distinct.of-groups");
  private static final Feature SORT_TWICE = Feature.of("sort.limits-twice");
  private static final Feature SORT_WITHOUT_SHOWN = Feature.of("sort.count-of-root");
  private static final Feature TOP_PER_GROUP = Feature.of("group.top");
  private static final Feature TOP_OF_GROUPS = Feature.of("group.top-of-groups");

  private final JoinGraph graph;

  GroupMaker(JoinGraph graph) {
    this.graph = graph;
  }

  /** The draft with groups, tests of groups, order and limit; may be several choices. */
  List<Draft> make(Draft draft, List<Fact> facts) {
    List<Expression> keys = keys(facts);
    boolean perGroup = false;
    boolean counts = false;
    for (Fact fact : facts) {
      counts |=
          fact instanceof Fact.SortCount
              || fact instanceof Fact.CountTest
              || fact instanceof Fact.AggregateTest
              || fact instanceof Fact.SortMetric
              || fact instanceof Fact.MetricTest
              || (fact instanceof Fact.SortColumn sort && sort.aggregate().isPresent());
      perGroup |=
          fact instanceof Fact.SortColumn sort
              && sort.limit().isPresent()
              && sort.aggregate().isEmpty();
    }
    if (perGroup && !keys.isEmpty() && !draft.aggregates() && !counts) {
      return List.of(topOfEach(draft, keys, facts));
    }
    if (draft.aggregates() || counts || !keys.isEmpty()) {
      if (draft.distinct && !draft.aggregates()) {
        draft.feature(DISTINCT_GROUPS, 1);
      }
      group(draft, facts, keys);
    }
    for (Fact fact : facts) {
      tests(draft, fact);
      sorts(draft, fact);
    }
    Optional<Draft> topOfEach = counts ? topOfEachGroup(draft, keys) : Optional.empty();
    if (draft.order.isEmpty()) {
      draft.groups.stream()
          .filter(Expressions::isOfTime)
          .forEach(time -> draft.order.add(new Ordering(time, false, Words.NONE)));
    }
    return topOfEach.map(each -> List.of(each, draft)).orElse(List.of(draft));
  }

  /** "The top 3 products of each category by revenue": what is ranked is itself a group. */
  private static Optional<Draft> topOfEachGroup(Draft draft, List<Expression> named) {
    List<Expression> keys = named.isEmpty() ? longestPeriod(draft) : named;
    boolean ranksOthers =
        draft.outputs.stream()
            .map(Output::expression)
            .anyMatch(
                shown ->
                    !shown.isAggregate()
                        && keys.stream().noneMatch(key -> Expressions.isSame(key, shown)));
    if (keys.isEmpty() || draft.limit == null || draft.order.size() != 1 || !ranksOthers) {
      return Optional.empty();
    }
    Draft each = draft.copy().feature(TOP_OF_GROUPS, 1);
    Ordering by = each.order.removeFirst();
    each.topPerGroup = new TopPerGroup(keys, by, each.limit, by.words());
    each.limit = null;
    keysFirst(each, keys);
    return Optional.of(each);
  }

  /** Of what the rows are the top stands before them. */
  private static void keysFirst(Draft draft, List<Expression> keys) {
    draft.outputs.sort(
        Comparator.comparing(
            output ->
                keys.stream().noneMatch(key -> Expressions.isSame(key, output.expression()))));
  }

  /** "Which month had the most orders in each year": the longer one of two periods. */
  private static List<Expression> longestPeriod(Draft draft) {
    List<Expression.PeriodOf> periods = new ArrayList<>();
    for (Expression group : draft.groups) {
      if (group instanceof Expression.PeriodOf period) {
        periods.add(period);
      }
    }
    return periods.size() != 2 || periods.getFirst().grain() == periods.getLast().grain()
        ? List.of()
        : List.of(Collections.max(periods, Comparator.comparing(Expression.PeriodOf::grain)));
  }

  private List<Expression> keys(List<Fact> facts) {
    List<Expression> keys = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.GroupColumn group) {
        keys.add(Expressions.column(group.target(), group.span()));
      }
      if (fact instanceof Fact.GroupTable group) {
        Table table = graph.table(group.table());
        DisplayColumns.key(table)
            .forEach(
                column ->
                    keys.add(Expressions.column(table.name(), column, Words.of(group.span()))));
      }
      if (fact instanceof Fact.SortCount sort && sort.per().isPresent()) {
        keys.add(Expressions.column(sort.per().get(), sort.span()));
      }
    }
    return keys;
  }

  private void group(Draft draft, List<Fact> facts, List<Expression> keys) {
    keys.forEach(key -> addGroup(draft, key));
    List<ColumnUse> shown = new ArrayList<>();
    for (Output output : draft.outputs) {
      if (output.expression() instanceof ColumnUse column) {
        shown.add(column);
      } else if (!output.expression().isAggregate()) {
        addGroup(draft, output.expression());
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    TableName table = tableOf(draft, shown.getFirst());
    boolean otherCounted =
        countsOther(facts, table) || (draft.aggregates() && !draft.root.equals(table));
    Table owner = graph.table(table);
    boolean names =
        shown.stream()
            .anyMatch(
                column ->
                    graph.columns().display(owner).stream()
                        .anyMatch(display -> display.name().equals(column.column())));
    if (keys.isEmpty()
        && otherCounted
        && (names || shown.size() > 1)
        && !owner.primaryKey().isEmpty()) {
      draft.feature(BY_KEY, 1);
      DisplayColumns.key(owner)
          .forEach(column -> addGroup(draft, Expressions.column(table, column, Words.NONE)));
    } else {
      draft.feature(BY_SHOWN, 1);
    }
    shown.forEach(column -> addGroup(draft, column));
  }

  private static boolean countsOther(List<Fact> facts, TableName table) {
    for (Fact fact : facts) {
      Optional<TableName> counted =
          switch (fact) {
            case Fact.SortCount sort -> sort.table();
            case Fact.CountTest test -> test.table();
            case Fact.AggregateTest test -> Optional.of(test.target().table());
            case Fact.Touch touch -> Optional.of(touch.table());
            case Fact.SortColumn sort -> sort.target().map(Target::table);
            case Fact.ShowCount count -> count.table();
            case Fact.Show show -> Optional.empty();
            case Fact.ShowTable show -> Optional.empty();
            case Fact.ShowAll show -> Optional.empty();
            case Fact.ShowKind show -> Optional.empty();
            case Fact.Condition condition -> Optional.empty();
            case Fact.OpenPeriod open -> Optional.empty();
            case Fact.OpenPart open -> Optional.empty();
            case Fact.OpenMatch open -> Optional.empty();
            case Fact.GroupColumn group -> Optional.empty();
            case Fact.GroupTable group -> Optional.empty();
            case Fact.GroupPeriod group -> Optional.empty();
            case Fact.Across across -> Optional.empty();
            case Fact.AverageOver over -> Optional.empty();
            case Fact.SideBySide sides -> Optional.empty();
            case Fact.ShowMetric show -> show.metric().tables().stream().findFirst();
            case Fact.SortMetric sort -> sort.metric().tables().stream().findFirst();
            case Fact.MetricTest test -> test.metric().tables().stream().findFirst();
          };
      if (counted.isPresent() && !counted.get().equals(table)) {
        return true;
      }
    }
    return false;
  }

  private static TableName tableOf(Draft draft, ColumnUse column) {
    return draft.hard.stream()
        .filter(table -> table.toString().equals(column.table()))
        .findFirst()
        .orElse(draft.root);
  }

  private static void addGroup(Draft draft, Expression key) {
    boolean known =
        draft.groups.stream()
            .anyMatch(
                before ->
                    before.equals(key)
                        || (before instanceof ColumnUse one
                            && key instanceof ColumnUse other
                            && one.isSame(other)));
    if (!known) {
      draft.groups.add(key);
    }
  }

  private static void tests(Draft draft, Fact fact) {
    if (fact instanceof Fact.CountTest test) {
      test.table().ifPresent(draft.hard::add);
      draft.having.add(
          new Predicate.Comparison(
              Aggregate.countOfRows(Words.of(test.span())),
              test.operator(),
              new Operand.NumberValue(test.value()),
              Words.of(test.span())));
    }
    if (fact instanceof Fact.MetricTest test) {
      draft.hard.addAll(test.metric().tables());
      draft.having.add(
          new Predicate.Comparison(
              Expressions.metric(test.metric(), test.span()),
              test.operator(),
              new Operand.NumberValue(test.value()),
              Words.of(test.span())));
    }
    if (fact instanceof Fact.AggregateTest test) {
      draft.hard.add(test.target().table());
      draft.having.add(
          new Predicate.Comparison(
              Expressions.aggregated(
                  test.target(), Optional.of(test.function()), false, test.span()),
              test.operator(),
              new Operand.NumberValue(test.value()),
              Words.of(test.span())));
    }
  }

  private static void sorts(Draft draft, Fact fact) {
    if (fact instanceof Fact.SortColumn sort) {
      if (sort.target().isEmpty()) {
        Expression shown = draft.outputs.getFirst().expression();
        draft.order.add(new Ordering(shown, sort.descending(), Words.of(sort.span())));
        return;
      }
      draft.hard.add(sort.target().get().table());
      Expression key =
          Expressions.aggregated(sort.target().get(), sort.aggregate(), false, sort.span());
      draft.order.add(new Ordering(key, sort.descending(), Words.of(sort.span())));
      limit(draft, sort.limit());
    }
    if (fact instanceof Fact.SortMetric sort) {
      draft.hard.addAll(sort.metric().tables());
      draft.order.add(
          new Ordering(
              Expressions.metric(sort.metric(), sort.span()),
              sort.descending(),
              Words.of(sort.span())));
      limit(draft, sort.limit());
    }
    if (fact instanceof Fact.SortCount sort) {
      sort.table().ifPresent(draft.hard::add);
      if (sort.table().isPresent() && sort.table().get().equals(draft.root)) {
        draft.feature(SORT_WITHOUT_SHOWN, 1);
      }
      draft.order.add(
          new Ordering(
              Aggregate.countOfRows(Words.of(sort.span())),
              sort.descending(),
              Words.of(sort.span())));
      limit(draft, sort.limit());
    }
  }

  private static void limit(Draft draft, Optional<Long> limit) {
    if (limit.isEmpty()) {
      return;
    }
    if (draft.limit != null) {
      draft.feature(SORT_TWICE, 1);
    }
    draft.limit = limit.get();
  }

  /** What is on top is shown, not only of what it is. */
  private void showRanked(Draft draft, List<Expression> keys, TableName table) {
    boolean shown =
        draft.outputs.stream()
            .anyMatch(
                output ->
                    keys.stream().noneMatch(key -> Expressions.isSame(key, output.expression())));
    if (!shown) {
      for (Column column : graph.columns().display(graph.table(table))) {
        draft.outputs.add(Expressions.shown(Expressions.column(table, column, Words.NONE)));
      }
    }
  }

  private Draft topOfEach(Draft draft, List<Expression> keys, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.SortColumn sort && sort.limit().isPresent()) {
        Target target = sort.target().orElseThrow();
        draft.hard.add(target.table());
        showRanked(draft, keys, target.table());
        draft.topPerGroup =
            new TopPerGroup(
                keys,
                new Ordering(
                    Expressions.column(target, sort.span()),
                    sort.descending(),
                    Words.of(sort.span())),
                sort.limit().get(),
                Words.of(sort.span()));
      }
    }
    keysFirst(draft, keys);
    return draft.feature(TOP_PER_GROUP, 1);
  }
}
