package dev.alidade.ask.plan;

import java.util.List;
import java.util.Optional;

/** Changes what is added up within an expression. */
public final class Aggregates {
  private Aggregates() {}

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
