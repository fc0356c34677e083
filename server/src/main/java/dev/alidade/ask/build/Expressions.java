package dev.alidade.ask.build;

import dev.alidade.ask.ground.BoundMetric;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Aggregates;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Makes the expressions of a plan from columns of tables. */
final class Expressions {
  private static final Expression HUNDRED = new Expression.Constant(BigDecimal.valueOf(100));

  private Expressions() {}

  static ColumnUse column(TableName table, Column column, Words words) {
    return new ColumnUse(table.toString(), column.name(), column.type(), words);
  }

  static ColumnUse column(Target target, Span span) {
    return column(target.table(), target.column(), Words.of(span));
  }

  static Expression aggregated(
      Target target, Optional<AggregateFunction> function, boolean distinct, Span span) {
    ColumnUse column = column(target, span);
    return function
        .<Expression>map(kind -> new Aggregate(kind, distinct, Optional.of(column), Words.of(span)))
        .orElse(column);
  }

  static Expression metric(BoundMetric metric, Span span) {
    return new Expression.MetricUse(metric.name(), metric.formula(), Words.of(span));
  }

  /** The percentage of what is measured that rows which fulfill the predicate make. */
  static Output share(Output measured, Predicate where, Words words) {
    Expression measure = measured.expression();
    Expression part =
        new Expression.Arithmetic(
            ArithmeticOperator.TIMES, HUNDRED, Aggregates.where(measure, where), words);
    return new Output(
        new Expression.Arithmetic(ArithmeticOperator.DIVIDED_BY, part, measure, words),
        "percentage of " + counted(measured.label()));
  }

  private static String counted(String label) {
    String number = "number of ";
    return label.startsWith(number) ? label.substring(number.length()) : label;
  }

  /** How much more the later number is than the earlier, in percent of that where wanted. */
  static Expression change(Expression earlier, Expression later, boolean percent, Words words) {
    Expression more = new Expression.Arithmetic(ArithmeticOperator.MINUS, later, earlier, words);
    if (!percent) {
      return more;
    }
    return new Expression.Arithmetic(
        ArithmeticOperator.DIVIDED_BY,
        new Expression.Arithmetic(ArithmeticOperator.TIMES, HUNDRED, more, words),
        earlier,
        words);
  }

  static Output shown(Expression expression) {
    return new Output(expression, label(expression));
  }

  static Output count(String of, Span span) {
    return new Output(Aggregate.countOfRows(Words.of(span)), "number of " + of);
  }

  /** Whether both have the same value, whatever words say them. */
  static boolean isSame(Expression one, Expression other) {
    if (one instanceof ColumnUse left && other instanceof ColumnUse right) {
      return left.isSame(right);
    }
    if (one instanceof Aggregate left && other instanceof Aggregate right) {
      return left.function() == right.function()
          && left.distinct() == right.distinct()
          && left.argument().isPresent() == right.argument().isPresent()
          && (left.argument().isEmpty() || isSame(left.argument().get(), right.argument().get()));
    }
    if (one instanceof Expression.MetricUse left && other instanceof Expression.MetricUse right) {
      return left.metric().equals(right.metric());
    }
    return one.equals(other);
  }

  /** Whether dates are told apart by it. */
  static boolean isOfTime(Expression expression) {
    return expression instanceof Expression.PeriodOf || expression instanceof Expression.PartOf;
  }

  static String label(Expression expression) {
    return switch (expression) {
      case ColumnUse column -> column.column();
      case Aggregate aggregate ->
          aggregate
              .argument()
              .map(
                  argument ->
                      name(aggregate.function())
                          + (aggregate.distinct() ? " different " : " ")
                          + label(argument))
              .orElse("number of rows");
      case Expression.PeriodOf period -> period.grain().name().toLowerCase(Locale.ROOT);
      case Expression.PartOf part -> new TimeCut.Part(part.part()).label();
      case Expression.Constant constant -> constant.value().toPlainString();
      case Expression.Arithmetic arithmetic ->
          label(arithmetic.left())
              + " "
              + arithmetic.operator().symbol()
              + " "
              + label(arithmetic.right());
      case Expression.MetricUse metric -> metric.metric();
      case Expression.AcrossRows across ->
          across.across().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " of "
              + label(across.measure());
      case Expression.PartMeasure measure -> measure.label();
    };
  }

  private static String name(AggregateFunction function) {
    return switch (function) {
      case COUNT -> "number of";
      case SUM -> "total";
      case AVERAGE -> "average";
      case MINIMUM -> "minimum";
      case MAXIMUM -> "maximum";
    };
  }
}
