package dev.alidade.insight;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.insight.statistic.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that rows have together.
 *
 * @param function COUNT of rows, SUM or AVERAGE of a column
 * @param phrase what it is called within a sentence
 * @param label what its column is called in a result
 */
record Measure(
    AggregateFunction function, Optional<ColumnUse> column, String phrase, String label) {
  Measure {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(phrase, "phrase");
    Objects.requireNonNull(label, "label");
    if (column.isEmpty() != (function == AggregateFunction.COUNT)) {
      throw new IllegalArgumentException("rows are counted, columns are added up or averaged");
    }
  }

  /** Whether the values of parts add up to that of the whole. */
  boolean isAdditive() {
    return function != AggregateFunction.AVERAGE;
  }

  /** As a column of a result. */
  Output output() {
    return new Output(aggregate(Optional.empty()), label);
  }

  /** The same over those rows only that fulfill more. */
  Output output(Predicate where, String otherLabel) {
    return new Output(aggregate(Optional.of(where)), otherLabel);
  }

  private Expression aggregate(Optional<Predicate> where) {
    return new Aggregate(function, false, column.map(one -> one), where, Words.NONE);
  }

  /** What a tally needs: the number of rows, their sum and the sum of their squares. */
  List<Output> parts(Optional<Predicate> where, String prefix) {
    Output rows =
        new Output(
            new Aggregate(
                AggregateFunction.COUNT, false, column.map(one -> one), where, Words.NONE),
            prefix + "_rows");
    if (column.isEmpty()) {
      return List.of(rows);
    }
    ColumnUse use = column.get();
    // As a double, for the squares of whole numbers and decimals leave their types' range.
    Expression number =
        by(ArithmeticOperator.DIVIDED_BY, use, new Expression.Constant(BigDecimal.ONE));
    return List.of(
        rows,
        new Output(sum(number, where), prefix + "_sum"),
        new Output(sum(by(ArithmeticOperator.TIMES, number, number), where), prefix + "_squares"));
  }

  private static Expression by(ArithmeticOperator operator, Expression left, Expression right) {
    return new Expression.Arithmetic(operator, left, right, Words.NONE);
  }

  private static Expression sum(Expression argument, Optional<Predicate> where) {
    return new Aggregate(AggregateFunction.SUM, false, Optional.of(argument), where, Words.NONE);
  }

  /** How many columns {@link #parts} are. */
  int width() {
    return column.isEmpty() ? 1 : 3;
  }

  /** The tally that stands in a row from {@code at} on. */
  Tally tally(List<Object> row, int at) {
    double rows = Numbers.of(row.get(at)).orElse(0);
    return column.isEmpty()
        ? new Tally((long) rows, rows, rows)
        : new Tally(
            (long) rows,
            Numbers.of(row.get(at + 1)).orElse(0),
            Numbers.of(row.get(at + 2)).orElse(0));
  }

  /** What the measure is for a tally; NaN where it has none. */
  double value(Tally tally) {
    return isAdditive() ? tally.sum() : tally.rows() == 0 ? Double.NaN : tally.mean();
  }
}
