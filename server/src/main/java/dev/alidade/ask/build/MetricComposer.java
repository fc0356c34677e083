package dev.alidade.ask.build;

import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up each number of a metric over its own table: no join may count a row twice. Numbers of
 * several tables are put side by side.
 */
final class MetricComposer {
  private static final Feature ACROSS = Feature.of("metric.across");

  private final JoinGraph graph;
  private final Assembler assembler;

  MetricComposer(JoinGraph graph, Assembler assembler) {
    this.graph = graph;
    this.assembler = assembler;
  }

  /** The plans of a draft with metrics; none where no table can hold its dimensions. */
  List<Composer.Composed> compose(Draft draft, Set<TableName> named) {
    Map<Expression.Aggregate, TableName> bases = new LinkedHashMap<>();
    for (Expression.Aggregate leaf : leaves(draft)) {
      Optional<TableName> base = base(leaf, draft);
      if (base.isEmpty()) {
        return List.of();
      }
      bases.put(leaf, base.get());
    }
    Set<TableName> facts = new LinkedHashSet<>(bases.values());
    return facts.size() == 1
        ? alone(draft, facts.iterator().next(), bases, named)
        : across(draft, facts, bases, named);
  }

  private List<Composer.Composed> alone(
      Draft draft,
      TableName base,
      Map<Expression.Aggregate, TableName> bases,
      Set<TableName> named) {
    Draft rooted = rooted(draft, base, bases.keySet());
    rooted.outputs.addAll(draft.outputs);
    rooted.having.addAll(draft.having);
    rooted.order.addAll(draft.order);
    rooted.limit = draft.limit;
    rooted.topPerGroup = draft.topPerGroup;
    if (!holds(base, rooted)) {
      return List.of();
    }
    List<Composer.Composed> composed = new ArrayList<>();
    for (Assembler.Assembled assembled : assembler.assemble(rooted, named)) {
      List<State.Weighed> features = new ArrayList<>(draft.features);
      features.addAll(assembled.features());
      composed.add(new Composer.Composed(assembled.plan(), features));
    }
    return composed;
  }

  private List<Composer.Composed> across(
      Draft draft,
      Set<TableName> facts,
      Map<Expression.Aggregate, TableName> bases,
      Set<TableName> named) {
    // The parts without a number hold 0 for it, which is wrong for all but sums and counts.
    if (draft.topPerGroup != null || !bases.keySet().stream().allMatch(MetricComposer::addsUp)) {
      return List.of();
    }
    List<Output> dimensions = dimensions(draft);
    Map<Expression.Aggregate, String> labels = new LinkedHashMap<>();
    bases.keySet().forEach(leaf -> labels.put(leaf, "measure_" + (labels.size() + 1)));
    List<SelectPlan> parts = new ArrayList<>();
    List<State.Weighed> features = new ArrayList<>(draft.features);
    for (TableName base : facts) {
      List<Expression.Aggregate> own =
          bases.keySet().stream().filter(leaf -> bases.get(leaf).equals(base)).toList();
      Draft part = rooted(draft, base, own);
      part.outputs.addAll(dimensions);
      own.forEach(leaf -> part.outputs.add(new Output(leaf, labels.get(leaf))));
      List<Assembler.Assembled> assembled =
          holds(base, part) ? assembler.assemble(part, named) : List.of();
      if (assembled.isEmpty()) {
        return List.of();
      }
      parts.add(assembled.getFirst().plan());
      features.addAll(assembled.getFirst().features());
    }
    features.add(new State.Weighed(ACROSS, 1));
    Replacement replaced = new Replacement(labels, dimensions);
    DrillAcrossPlan plan =
        new DrillAcrossPlan(
            parts,
            dimensions.size(),
            draft.outputs.stream()
                .map(output -> new Output(replaced.of(output.expression()), output.label()))
                .toList(),
            Assembler.all(draft.having.stream().map(replaced::of).toList()),
            draft.order.stream()
                .map(by -> new Ordering(replaced.of(by.expression()), by.descending(), by.words()))
                .toList(),
            Optional.ofNullable(draft.limit));
    return List.of(new Composer.Composed(plan, features));
  }

  private static boolean addsUp(Expression.Aggregate aggregate) {
    return switch (aggregate.function()) {
      case COUNT, SUM -> true;
      case AVERAGE, MINIMUM, MAXIMUM -> false;
    };
  }

  /** A draft about the same rows that starts from the table which is added up. */
  private Draft rooted(Draft draft, TableName base, Iterable<Expression.Aggregate> measures) {
    Draft rooted = new Draft(base);
    rooted.groups.addAll(draft.groups);
    rooted.conditions.addAll(draft.conditions);
    rooted.touches.addAll(draft.touches);
    List<Expression> read = new ArrayList<>(draft.groups);
    dimensions(draft).forEach(output -> read.add(output.expression()));
    measures.forEach(read::add);
    for (Expression expression : read) {
      for (String alias : Tables.of(expression)) {
        graph.named(alias).map(Table::name).ifPresent(rooted.hard::add);
      }
    }
    return rooted;
  }

  private static List<Output> dimensions(Draft draft) {
    List<Output> dimensions =
        new ArrayList<>(
            draft.outputs.stream().filter(output -> !output.expression().isAggregate()).toList());
    for (Expression group : draft.groups) {
      boolean known =
          dimensions.stream().anyMatch(output -> Expressions.isSame(output.expression(), group));
      if (!known) {
        dimensions.add(new Output(group, "key_" + (dimensions.size() + 1)));
      }
    }
    return dimensions;
  }

  private boolean holds(TableName base, Draft draft) {
    return draft.hard.stream().allMatch(table -> graph.isToOne(base, table));
  }

  private static Set<Expression.Aggregate> leaves(Draft draft) {
    Set<Expression.Aggregate> leaves = new LinkedHashSet<>();
    draft.outputs.forEach(output -> leaves(output.expression(), leaves));
    draft.order.forEach(by -> leaves(by.expression(), leaves));
    if (draft.topPerGroup != null) {
      leaves(draft.topPerGroup.by().expression(), leaves);
    }
    for (Predicate having : draft.having) {
      if (having instanceof Predicate.Comparison comparison) {
        leaves(comparison.left(), leaves);
      }
    }
    return leaves;
  }

  private static void leaves(Expression expression, Set<Expression.Aggregate> found) {
    switch (expression) {
      case Expression.Aggregate aggregate -> found.add(aggregate);
      case Expression.Arithmetic arithmetic -> {
        leaves(arithmetic.left(), found);
        leaves(arithmetic.right(), found);
      }
      case Expression.MetricUse metric -> leaves(metric.formula(), found);
      case Expression.AcrossRows across -> leaves(across.measure(), found);
      case Expression.ColumnUse column -> {}
      case Expression.PeriodOf period -> {}
      case Expression.PartOf part -> {}
      case Expression.Constant constant -> {}
      case Expression.PartMeasure measure -> {}
    }
  }

  /** The one table whose rows are added up: each row of it belongs to one of the others. */
  private Optional<TableName> base(Expression.Aggregate aggregate, Draft draft) {
    List<TableName> tables =
        Tables.of(aggregate).stream()
            .flatMap(alias -> graph.named(alias).stream())
            .map(Table::name)
            .toList();
    if (tables.isEmpty()) {
      return Optional.of(draft.root);
    }
    return tables.stream()
        .filter(table -> tables.stream().allMatch(other -> graph.isToOne(table, other)))
        .findFirst();
  }

  /** Puts measures of parts in the place of the numbers themselves. */
  private record Replacement(Map<Expression.Aggregate, String> labels, List<Output> dimensions) {
    Expression of(Expression expression) {
      return switch (expression) {
        case Expression.Aggregate aggregate ->
            new Expression.PartMeasure(labels.get(aggregate), aggregate.words());
        case Expression.Arithmetic arithmetic ->
            new Expression.Arithmetic(
                arithmetic.operator(),
                of(arithmetic.left()),
                of(arithmetic.right()),
                arithmetic.words());
        case Expression.MetricUse metric ->
            new Expression.MetricUse(metric.metric(), of(metric.formula()), metric.words());
        case Expression.AcrossRows across ->
            new Expression.AcrossRows(
                across.across(),
                of(across.measure()),
                across.by().stream().map(this::of).toList(),
                across.words());
        case Expression.ColumnUse column -> dimension(column);
        case Expression.PeriodOf period -> dimension(period);
        case Expression.PartOf part -> dimension(part);
        case Expression.Constant constant -> constant;
        case Expression.PartMeasure measure -> measure;
      };
    }

    Predicate of(Predicate having) {
      return having instanceof Predicate.Comparison comparison
          ? new Predicate.Comparison(
              of(comparison.left()), comparison.operator(), comparison.right(), comparison.words())
          : having;
    }

    private Expression dimension(Expression expression) {
      return dimensions.stream()
          .filter(output -> Expressions.isSame(output.expression(), expression))
          .findFirst()
          .<Expression>map(output -> new Expression.PartMeasure(output.label(), Words.NONE))
          .orElse(expression);
    }
  }
}
