package dev.alidade.ask.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes what is added up within an expression. */
public final class Aggregates {
  private Aggregates() {}

  /** What only rows count for, in every number of the expression alike; empty where they differ. */
  public static Optional<Predicate> condition(Expression expression) {
    Set<Optional<Predicate>> conditions = new LinkedHashSet<>();
    conditions(expression, conditions);
    return conditions.size() == 1 ? conditions.iterator().next() : Optional.empty();
  }

  private static void conditions(Expression expression, Set<Optional<Predicate>> found) {
    switch (expression) {
      case Expression.Aggregate aggregate ->
          found.add(
              aggregate
                  .where()
                  .map(
                      where ->
                          where instanceof Predicate.AllOf all ? all.parts().getLast() : where));
      case Expression.Arithmetic arithmetic -> {
        conditions(arithmetic.left(), found);
        conditions(arithmetic.right(), found);
      }
      case Expression.MetricUse metric -> conditions(metric.formula(), found);
      case Expression.AcrossRows across -> conditions(across.measure(), found);
      case Expression.ColumnUse column -> {}
      case Expression.PeriodOf period -> {}
      case Expression.PartOf part -> {}
      case Expression.Constant constant -> {}
      case Expression.PartMeasure measure -> {}
    }
  }

  /** The expression with every number over rows worked out over those that fulfill more. */
  public static Expression where(Expression expression, Predicate more) {
    return switch (expression) {
      case Expression.Aggregate aggregate ->
          new Expression.Aggregate(
              aggregate.function(),
              aggregate.distinct(),
              aggregate.argument(),
              Optional.of(
                  aggregate
                      .where()
                      .<Predicate>map(before -> new Predicate.AllOf(List.of(before, more)))
                      .orElse(more)),
              aggregate.words());
      case Expression.Arithmetic arithmetic ->
          new Expression.Arithmetic(
              arithmetic.operator(),
              where(arithmetic.left(), more),
              where(arithmetic.right(), more),
              arithmetic.words());
      case Expression.MetricUse metric ->
          new Expression.MetricUse(metric.metric(), where(metric.formula(), more), metric.words());
      case Expression.AcrossRows across ->
          new Expression.AcrossRows(
              across.across(), where(across.measure(), more), across.by(), across.words());
      case Expression.ColumnUse column -> column;
      case Expression.PeriodOf period -> period;
      case Expression.PartOf part -> part;
      case Expression.Constant constant -> constant;
      case Expression.PartMeasure measure -> measure;
    };
  }
}
