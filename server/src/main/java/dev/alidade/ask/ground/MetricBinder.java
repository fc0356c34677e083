package dev.alidade.ask.ground;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the formulas of metrics to tables and columns; what a source lacks is left out. */
final class MetricBinder {
  private static final int DEEPEST = 8;

  private final Domain domain;
  private final Map<TableName, Table> tables = new HashMap<>();

  MetricBinder(Domain domain) {
    this.domain = domain;
    domain.knowledge().tables().forEach(table -> tables.put(table.name(), table));
  }

  /** The metric over the source's tables; empty where one of its columns is not there. */
  Optional<BoundMetric> bind(Metric metric) {
    Set<TableName> used = new LinkedHashSet<>();
    return expression(metric.formula(), used, 0)
        .filter(Expression::isAggregate)
        .map(
            formula ->
                new BoundMetric(
                    metric.name(), formula, used, metric.time().flatMap(this::timeColumn)));
  }

  /** The table of a dataset, where the source has it. */
  Optional<Table> table(String dataset) {
    return domain.model().dataset(dataset).map(Dataset::table).map(tables::get);
  }

  private Optional<BoundMetric.TimeColumn> timeColumn(Formula.Column column) {
    return table(column.dataset())
        .flatMap(
            table ->
                column(table, column.column())
                    .map(found -> new BoundMetric.TimeColumn(table.name(), found)));
  }

  private Optional<Expression> expression(Formula formula, Set<TableName> used, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (formula) {
      case Formula.Number number -> Optional.of(new Expression.Constant(number.value()));
      case Formula.Column column -> use(column, used).map(Expression.class::cast);
      case Formula.MetricUse other ->
          domain
              .model()
              .metric(other.metric())
              .flatMap(metric -> expression(metric.formula(), used, depth + 1));
      case Formula.Arithmetic arithmetic ->
          expression(arithmetic.left(), used, depth + 1)
              .flatMap(
                  left ->
                      expression(arithmetic.right(), used, depth + 1)
                          .map(
                              right ->
                                  new Expression.Arithmetic(
                                      operator(arithmetic.operator()), left, right, Words.NONE)));
      case Formula.Aggregate aggregate -> aggregate(aggregate, used, depth);
    };
  }

  private Optional<Expression> aggregate(
      Formula.Aggregate aggregate, Set<TableName> used, int depth) {
    Optional<Table> table = table(aggregate.dataset());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    used.add(table.get().name());
    Optional<Expression> argument =
        aggregate.argument().isPresent()
            ? expression(aggregate.argument().get(), used, depth + 1)
            : key(table.get());
    List<Optional<Predicate>> where =
        aggregate.where().stream().map(condition -> predicate(condition, used)).toList();
    if (argument.isEmpty() || where.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Predicate> parts = where.stream().flatMap(Optional::stream).toList();
    Optional<Predicate> filter =
        parts.size() > 1 ? Optional.of(new Predicate.AllOf(parts)) : parts.stream().findFirst();
    return Optional.of(
        new Expression.Aggregate(
            function(aggregate.function()), aggregate.distinct(), argument, filter, Words.NONE));
  }

  /** Rows are counted by their key, so that it stays clear whose rows they are. */
  private static Optional<Expression> key(Table table) {
    return table.primaryKey().size() == 1
        ? column(table, table.primaryKey().getFirst()).map(column -> use(table, column))
        : table.columns().stream()
            .filter(column -> !column.nullable())
            .findFirst()
            .map(column -> use(table, column));
  }

  private Optional<Predicate> predicate(Formula.Condition condition, Set<TableName> used) {
    return use(condition.column(), used)
        .map(
            column ->
                switch (condition.comparison()) {
                  case IN -> in(column, condition);
                  case LESS -> compare(column, ComparisonOperator.LESS, condition);
                  case LESS_OR_EQUAL ->
                      compare(column, ComparisonOperator.LESS_OR_EQUAL, condition);
                  case GREATER -> compare(column, ComparisonOperator.GREATER, condition);
                  case GREATER_OR_EQUAL ->
                      compare(column, ComparisonOperator.GREATER_OR_EQUAL, condition);
                  case MISSING -> new Predicate.Missing(column, condition.negated(), Words.NONE);
                });
  }

  private static Predicate in(Expression.ColumnUse column, Formula.Condition condition) {
    ComparisonOperator operator =
        condition.negated() ? ComparisonOperator.NOT_EQUAL : ComparisonOperator.EQUAL;
    List<Predicate> each =
        condition.values().stream()
            .<Predicate>map(
                value -> new Predicate.Comparison(column, operator, operand(value), Words.NONE))
            .toList();
    if (each.size() == 1) {
      return each.getFirst();
    }
    return condition.negated() ? new Predicate.AllOf(each) : new Predicate.AnyOf(each);
  }

  private static Predicate compare(
      Expression.ColumnUse column, ComparisonOperator operator, Formula.Condition condition) {
    return new Predicate.Comparison(
        column,
        condition.negated() ? operator.negated() : operator,
        operand(condition.values().getFirst()),
        Words.NONE);
  }

  private static Operand operand(Formula.Literal literal) {
    return switch (literal) {
      case Formula.Literal.Text text -> new Operand.TextValue(text.value());
      case Formula.Literal.Amount amount -> new Operand.NumberValue(amount.value());
      case Formula.Literal.Truth truth -> new Operand.TruthValue(truth.value());
    };
  }

  private Optional<Expression.ColumnUse> use(Formula.Column column, Set<TableName> used) {
    return table(column.dataset())
        .flatMap(
            table ->
                column(table, column.column())
                    .map(
                        found -> {
                          used.add(table.name());
                          return use(table, found);
                        }));
  }

  private static Expression.ColumnUse use(Table table, Column column) {
    return new Expression.ColumnUse(
        table.name().toString(), column.name(), column.type(), Words.NONE);
  }

  /** Semantic models write names as people do; the source decides about letter case. */
  static Optional<Column> column(Table table, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return table.columns().stream()
        .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  private static ArithmeticOperator operator(Formula.Operator operator) {
    return switch (operator) {
      case PLUS -> ArithmeticOperator.PLUS;
      case MINUS -> ArithmeticOperator.MINUS;
      case TIMES -> ArithmeticOperator.TIMES;
      case DIVIDED_BY -> ArithmeticOperator.DIVIDED_BY;
    };
  }

  private static AggregateFunction function(Formula.Function function) {
    return switch (function) {
      case COUNT -> AggregateFunction.COUNT;
      case SUM -> AggregateFunction.SUM;
      case AVERAGE -> AggregateFunction.AVERAGE;
      case MINIMUM -> AggregateFunction.MINIMUM;
      case MAXIMUM -> AggregateFunction.MAXIMUM;
    };
  }
}
