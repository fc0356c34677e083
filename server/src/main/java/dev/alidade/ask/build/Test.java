package dev.alidade.ask.build;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.DatePart;
import java.math.BigDecimal;

/** What a condition demands of a column. */
sealed interface Test {
  /** Equals a stored text. */
  record Equals(String value) implements Test {}

  record Compares(ComparisonOperator operator, BigDecimal value) implements Test {}

  record Ranges(BigDecimal low, BigDecimal high) implements Test {}

  record Matches(TextMatchKind kind, String text) implements Test {}

  record Within(Period period) implements Test {}

  /** A part of the date lies from {@code first} to {@code last}, both included. */
  record PartWithin(DatePart part, int first, int last) implements Test {}

  record Missing() implements Test {}

  /** Compares with an aggregate of a column over all rows. */
  record ComparesAggregate(ComparisonOperator operator, AggregateFunction function, Target of)
      implements Test {}
}
