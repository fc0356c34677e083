package dev.alidade.ask.converse;

import dev.alidade.ask.build.Measures;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes what an answer shows: dimensions, measures, columns. */
final class ShapeEditor {
  private final SourceMap map;
  private final Joiner joiner;

  ShapeEditor(SourceMap map, Joiner joiner) {
    this.map = map;
    this.joiner = joiner;
  }

  Optional<SelectPlan> group(SelectPlan plan, Edit.Group edit) {
    boolean followsRows =
        plan.measures().stream()
            .anyMatch(output -> output.expression() instanceof Expression.AcrossRows);
    if (followsRows) {
      return Optional.empty();
    }
    if (edit.cut().orElse(null) instanceof TimeCut.Into into) {
      Optional<SelectPlan> finer = regrained(plan, into.grain());
      if (finer.isPresent()) {
        return finer;
      }
    }
    SelectPlan reached = plan;
    List<Expression> dimensions = new ArrayList<>();
    boolean repeats = false;
    for (Place place : edit.places()) {
      Optional<Joiner.Joined> joined = joiner.join(reached, place.table());
      if (joined.isEmpty()) {
        return Optional.empty();
      }
      reached = joined.get().plan();
      repeats |= joined.get().multiplies();
      Expression.ColumnUse column = place.use(joined.get().alias());
      dimensions.add(edit.cut().map(cut -> Expression.cut(cut, column, Words.NONE)).orElse(column));
    }
    return repeats
        ? counted(reached).flatMap(distinct -> grouped(distinct, dimensions, edit.also()))
        : grouped(reached, dimensions, edit.also());
  }

  /** Where a join repeats rows, each is counted once; nothing else can be measured. */
  private Optional<SelectPlan> counted(SelectPlan plan) {
    TableName root = plan.tables().getFirst().table();
    Optional<Column> key = joiner.key(root);
    boolean rowsOnly =
        plan.measures().isEmpty()
            ? plan.limit().isEmpty()
            : plan.measures().stream().allMatch(output -> isCountOfRows(output.expression()));
    if (key.isEmpty() || !rowsOnly) {
      return Optional.empty();
    }
    PlanParts parts = new PlanParts(plan);
    Output count =
        new Output(
            new Aggregate(
                AggregateFunction.COUNT,
                true,
                Optional.of(new Place(root, key.get()).use(plan.tables().getFirst().alias())),
                Words.NONE),
            plan.measures().isEmpty()
                ? "number of " + root.table()
                : plan.measures().getFirst().label());
    parts.regroup(plan.groups(), List.of(count));
    parts.order.removeIf(key2 -> key2.expression().isAggregate());
    return Optional.of(parts.made());
  }

  private static boolean isCountOfRows(Expression expression) {
    return expression instanceof Aggregate aggregate
        && aggregate.argument().isEmpty()
        && aggregate.where().isEmpty();
  }

  private Optional<SelectPlan> regrained(SelectPlan plan, TimeGrain grain) {
    boolean has = plan.groups().stream().anyMatch(Expression.PeriodOf.class::isInstance);
    if (!has) {
      return Optional.empty();
    }
    return ChipValues.regrained(plan, List.of(grain.name()));
  }

  private Optional<SelectPlan> grouped(SelectPlan plan, List<Expression> dimensions, boolean also) {
    PlanParts parts = new PlanParts(plan);
    boolean ranked = plan.measures().isEmpty() && plan.limit().isPresent();
    if (ranked && plan.groups().isEmpty() && !plan.order().isEmpty()) {
      parts.topPerGroup =
          Optional.of(
              new TopPerGroup(dimensions, plan.order().getFirst(), plan.limit().get(), Words.NONE));
      parts.limit = Optional.empty();
      parts.order.clear();
      List<Output> shown = new ArrayList<>();
      dimensions.forEach(dimension -> shown.add(SourceMap.shown(dimension)));
      parts.outputs.removeIf(output -> PlanParts.isIn(output.expression(), dimensions));
      parts.outputs.addAll(0, shown);
      return Optional.of(parts.made());
    }
    if (plan.topPerGroup().isPresent()) {
      return Optional.empty();
    }
    List<Output> measures = plan.measures();
    if (measures.isEmpty()) {
      if (plan.distinct() || !plan.groups().isEmpty() || ranked) {
        return Optional.empty();
      }
      measures = List.of(countOf(plan));
    }
    List<Expression> groups = new ArrayList<>();
    if (also) {
      groups.addAll(plan.groups());
    }
    dimensions.stream().filter(one -> !PlanParts.isIn(one, groups)).forEach(groups::add);
    parts.distinct = false;
    parts.regroup(groups, measures);
    boolean wasRanked = !parts.order.isEmpty() && parts.limit.isPresent();
    parts.order.removeIf(
        key -> !key.expression().isAggregate() && !PlanParts.isIn(key.expression(), groups));
    boolean overTime =
        dimensions.stream().anyMatch(Expression.PeriodOf.class::isInstance)
            && parts.limit.isEmpty();
    if (overTime) {
      parts.order.clear();
    }
    if (wasRanked && parts.order.isEmpty()) {
      parts.limit = Optional.empty();
    }
    if (parts.order.isEmpty()) {
      groups.stream()
          .filter(Expression.PeriodOf.class::isInstance)
          .forEach(period -> parts.order.add(new Ordering(period, false, Words.NONE)));
    }
    return Optional.of(parts.pruned());
  }

  static Output countOf(SelectPlan plan) {
    return new Output(
        Aggregate.countOfRows(Words.NONE), "number of " + plan.tables().getFirst().table().table());
  }

  Optional<SelectPlan> measure(SelectPlan plan, Edit.Measure edit) {
    List<Output> before = plan.measures();
    Optional<Expression> old = before.stream().map(Output::expression).findFirst();
    if (plan.topPerGroup().isPresent() || before.size() > 1) {
      return Optional.empty();
    }
    if (edit.place().isEmpty()) {
      return OrderEditor.measured(plan)
          .flatMap(Uses::column)
          .filter(column -> fits(edit.function().orElseThrow(), column.type().kind()))
          .map(column -> measured(plan, edit.function().orElseThrow(), column));
    }
    Place place = edit.place().get();
    AggregateFunction function =
        edit.function()
            .or(() -> old.flatMap(ShapeEditor::function).filter(f -> f != AggregateFunction.COUNT))
            .orElse(
                Measures.isAdditive(place.column())
                    ? AggregateFunction.SUM
                    : AggregateFunction.AVERAGE);
    if (!fits(function, place.column().type().kind())) {
      return Optional.empty();
    }
    Optional<Joiner.Joined> joined = joiner.join(plan, place.table());
    if (joined.isEmpty()) {
      return Optional.empty();
    }
    boolean repeated =
        Joiner.tables(plan).stream()
            .anyMatch(
                table ->
                    map.way(java.util.Set.of(place.table()), table)
                        .map(way -> way.stream().anyMatch(SourceMap.Step::toMany))
                        .orElse(true));
    if (repeated && function.needsNumbers()) {
      return rebased(plan, place.table()).map(based -> measured(based, function, place.use()));
    }
    return Optional.of(measured(joined.get().plan(), function, place.use(joined.get().alias())));
  }

  private static boolean fits(AggregateFunction function, dev.alidade.sql.TypeKind kind) {
    return !function.needsNumbers() || kind.isNumeric();
  }

  private static Optional<AggregateFunction> function(Expression expression) {
    return expression instanceof Aggregate aggregate
        ? Optional.of(aggregate.function())
        : Optional.empty();
  }

  private static SelectPlan measured(
      SelectPlan plan, AggregateFunction function, Expression.ColumnUse column) {
    return remeasured(
        plan, SourceMap.shown(new Aggregate(function, false, Optional.of(column), Words.NONE)));
  }

  private static SelectPlan remeasured(SelectPlan plan, Output measure) {
    PlanParts parts = new PlanParts(plan);
    List<Expression> old = plan.measures().stream().map(Output::expression).toList();
    parts.regroup(plan.groups(), List.of(measure));
    parts.distinct = false;
    parts.having = Optional.empty();
    parts.order.replaceAll(
        key ->
            PlanParts.isIn(key.expression(), old)
                ? new Ordering(measure.expression(), key.descending(), key.words())
                : key);
    if (plan.groups().isEmpty()) {
      parts.order.clear();
      parts.limit = Optional.empty();
    }
    return parts.pruned();
  }

  /** The same dimensions and conditions over the rows of another table. */
  private Optional<SelectPlan> rebased(SelectPlan plan, TableName root) {
    Optional<Column> key = joiner.key(root);
    if (key.isEmpty() || plan.having().isPresent() || plan.limit().isPresent()) {
      return Optional.empty();
    }
    Optional<SelectPlan> based = Optional.of(joiner.bare(root, key.get().name()));
    for (Predicate part : Predicates.conjuncts(plan.filter())) {
      Optional<TableName> table =
          Predicates.column(part).flatMap(use -> plan.table(use.table())).map(use -> use.table());
      if (table.isEmpty()) {
        return Optional.empty();
      }
      Predicate test = Predicates.under(table.get().toString(), part);
      based = based.flatMap(one -> joiner.filter(one, table.get(), test));
    }
    List<Edit.Group> groups = new ArrayList<>();
    for (Expression group : plan.groups()) {
      Optional<Place> place = Uses.column(group).flatMap(use -> place(plan, use));
      Optional<TimeCut> cut = Uses.cut(group);
      boolean plain = group instanceof Expression.ColumnUse || cut.isPresent();
      if (place.isEmpty() || !plain) {
        return Optional.empty();
      }
      groups.add(new Edit.Group(List.of(place.get()), cut, true));
    }
    for (Edit.Group group : groups) {
      boolean repeats =
          based
              .flatMap(one -> joiner.join(one, group.places().getFirst().table()))
              .map(Joiner.Joined::multiplies)
              .orElse(true);
      based = repeats ? Optional.empty() : based.flatMap(one -> group(one, group));
    }
    return based;
  }

  private Optional<Place> place(SelectPlan plan, Expression.ColumnUse use) {
    return plan.table(use.table())
        .flatMap(
            used ->
                map.table(used.table())
                    .flatMap(table -> table.column(use.column()))
                    .map(column -> new Place(used.table(), column)));
  }

  Optional<SelectPlan> count(SelectPlan plan, Edit.Count edit) {
    if (edit.of().isPresent() && !plan.tables().getFirst().table().equals(edit.of().get())) {
      return rebased(plan, edit.of().get()).map(based -> remeasured(based, countOf(based)));
    }
    if (edit.of().isPresent() && !plan.measures().isEmpty()) {
      return Optional.of(remeasured(plan, countOf(plan)));
    }
    if (plan.topPerGroup().isPresent() || plan.having().isPresent()) {
      return Optional.empty();
    }
    if (plan.distinct() || !plan.groups().isEmpty()) {
      List<Expression> counted =
          plan.groups().isEmpty()
              ? plan.outputs().stream().map(Output::expression).toList()
              : keyed(plan);
      if (counted.size() != 1 || !(counted.getFirst() instanceof Expression.ColumnUse)) {
        return Optional.empty();
      }
      Expression distinct =
          new Aggregate(AggregateFunction.COUNT, true, Optional.of(counted.getFirst()), Words.NONE);
      PlanParts parts = new PlanParts(plan);
      parts.groups.clear();
      return Optional.of(unordered(remeasured(parts.made(), SourceMap.shown(distinct))));
    }
    return Optional.of(unordered(remeasured(plan, countOf(plan))));
  }

  /** The dimension that tells all groups apart, where there is one. */
  private List<Expression> keyed(SelectPlan plan) {
    return plan.groups().stream()
        .filter(
            group ->
                Uses.column(group)
                    .flatMap(use -> place(plan, use))
                    .filter(place -> joiner.key(place.table()).equals(Optional.of(place.column())))
                    .isPresent())
        .findFirst()
        .map(List::of)
        .orElse(plan.groups());
  }

  private static SelectPlan unordered(SelectPlan plan) {
    PlanParts parts = new PlanParts(plan);
    parts.order.clear();
    parts.limit = Optional.empty();
    return parts.made();
  }

  Optional<SelectPlan> show(SelectPlan plan, Edit.Show edit) {
    SelectPlan shown = plan;
    for (Place place : edit.places()) {
      Optional<Joiner.Joined> joined =
          joiner.join(shown, place.table()).filter(reached -> !reached.multiplies());
      boolean gathered = !plan.groups().isEmpty() || !plan.measures().isEmpty();
      if (joined.isEmpty() || (gathered && !isOfGroups(plan, place))) {
        return Optional.empty();
      }
      Expression column = place.use(joined.get().alias());
      PlanParts parts = new PlanParts(joined.get().plan());
      if (!PlanParts.isIn(column, parts.outputs.stream().map(Output::expression).toList())) {
        int last =
            (int) parts.outputs.stream().takeWhile(o -> !o.expression().isAggregate()).count();
        parts.outputs.add(last, SourceMap.shown(column));
      }
      if (!parts.groups.isEmpty() && !PlanParts.isIn(column, parts.groups)) {
        parts.groups.add(column);
      }
      shown = parts.made();
    }
    return Optional.of(shown);
  }

  /** Whether each group is one row of the column's table, so that it has one value there. */
  private boolean isOfGroups(SelectPlan plan, Place place) {
    List<Place> groups =
        plan.groups().stream()
            .filter(Expression.ColumnUse.class::isInstance)
            .flatMap(group -> Uses.column(group).stream())
            .flatMap(use -> place(plan, use).stream())
            .toList();
    return map.table(place.table())
        .filter(
            table ->
                holds(groups, table.name(), map.key(table))
                    || holds(groups, table.name(), map.display(table)))
        .isPresent();
  }

  private static boolean holds(List<Place> groups, TableName table, List<Column> columns) {
    return columns.stream().allMatch(column -> groups.contains(new Place(table, column)));
  }

  static Optional<SelectPlan> hide(SelectPlan plan, Edit.Hide edit) {
    PlanParts parts = new PlanParts(plan);
    for (Place place : edit.places()) {
      OrderEditor.shown(plan, place)
          .ifPresent(
              shown -> {
                parts.outputs.removeIf(output -> SourceMap.isSame(output.expression(), shown));
                parts.groups.removeIf(group -> SourceMap.isSame(group, shown));
              });
    }
    boolean changed = parts.outputs.size() < plan.outputs().size();
    return changed && !parts.outputs.isEmpty() ? Optional.of(parts.pruned()) : Optional.empty();
  }
}
