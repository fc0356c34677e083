package dev.alidade.ask.build;

import dev.alidade.ask.ground.BoundMetric;
import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.Optional;

/** One piece of what a question asks for, not yet joined with the others. */
sealed interface Fact {
  Span span();

  /** A column is shown. */
  record Show(Target target, Optional<AggregateFunction> aggregate, boolean distinct, Span span)
      implements Fact {}

  /** Rows of a table are shown by what names them. */
  record ShowTable(TableName table, boolean distinct, Span span) implements Fact {}

  /** Every column is shown. */
  record ShowAll(Span span) implements Fact {}

  /** A person, a place or a time is shown. */
  record ShowKind(String kind, Span span) implements Fact {}

  /** A number of rows or of values is shown. */
  record ShowCount(Optional<TableName> table, Optional<Target> column, boolean distinct, Span span)
      implements Fact {}

  /** A column must fulfill something. */
  record Condition(Target target, Test test, boolean negated, Joint joint, Span span)
      implements Fact {}

  /** How a condition stands to the one before. */
  enum Joint {
    AND,
    OR,
    BOTH
  }

  /** A time without a column. */
  record OpenPeriod(Period period, boolean negated, Joint joint, Span span) implements Fact {}

  /** Some values of a part of a date, without a column; the ends are included. */
  record OpenPart(DatePart part, int first, int last, boolean negated, Span span) implements Fact {}

  /** A text match without a column. */
  record OpenMatch(TextMatchKind kind, String text, boolean negated, Span span) implements Fact {}

  /** One row for each value of a column; {@code leading} ones are shown before the measures. */
  record GroupColumn(Target target, boolean leading, Span span) implements Fact {}

  /** One row for each row of a table. */
  record GroupTable(TableName table, boolean leading, Span span) implements Fact {}

  /** One row for each period that a date falls into, or for each value of a part of it. */
  record GroupPeriod(TimeCut cut, Span span) implements Fact {}

  /** Rows are sorted by a column. */
  record SortColumn(
      Optional<Target> target,
      Optional<AggregateFunction> aggregate,
      boolean descending,
      Optional<Long> limit,
      Span span)
      implements Fact {}

  /** Groups are sorted by their number of rows. */
  record SortCount(
      Optional<TableName> table,
      Optional<Target> per,
      boolean descending,
      Optional<Long> limit,
      Span span)
      implements Fact {}

  /** The number of rows of a group is compared. */
  record CountTest(
      Optional<TableName> table, ComparisonOperator operator, BigDecimal value, Span span)
      implements Fact {}

  /** A group's aggregate is compared. */
  record AggregateTest(
      Target target,
      AggregateFunction function,
      ComparisonOperator operator,
      BigDecimal value,
      Span span)
      implements Fact {}

  /** What is shown of each row is set against the other rows. */
  record Across(AcrossKind kind, Span span) implements Fact {}

  /** What is shown is worked out for each of two periods. */
  record SideBySide(Span span) implements Fact {}

  /** What is shown is divided by the number of groups: "orders per day on average". */
  record AverageOver(Span span) implements Fact {}

  /** A metric is shown. */
  record ShowMetric(BoundMetric metric, Span span) implements Fact {}

  /** Rows or groups are sorted by a metric. */
  record SortMetric(BoundMetric metric, boolean descending, Optional<Long> limit, Span span)
      implements Fact {}

  /** A group's metric is compared. */
  record MetricTest(BoundMetric metric, ComparisonOperator operator, BigDecimal value, Span span)
      implements Fact {}

  /** A table takes part, or must not. */
  record Touch(TableName table, boolean negated, Span span) implements Fact {}
}
