package dev.alidade.ask.converse;

import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes conditions on columns. */
final class Tests {
  private Tests() {}

  /** The column has one of the values; negated: none of them. */
  static Predicate equal(Place place, List<String> values, boolean negated) {
    ComparisonOperator operator = negated ? ComparisonOperator.NOT_EQUAL : ComparisonOperator.EQUAL;
    List<Predicate> parts =
        values.stream()
            .distinct()
            .<Predicate>map(
                value ->
                    new Predicate.Comparison(
                        place.use(), operator, new Operand.TextValue(value), Words.NONE))
            .toList();
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return negated ? new Predicate.AllOf(parts) : new Predicate.AnyOf(parts);
  }

  /** The column compared with a number. */
  static Predicate compares(Place place, ComparisonOperator operator, BigDecimal value) {
    boolean text =
        place.column().type().kind() == TypeKind.TEXT
            && (operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL);
    return new Predicate.Comparison(
        place.use(),
        operator,
        text ? new Operand.TextValue(value.toPlainString()) : new Operand.NumberValue(value),
        Words.NONE);
  }

  /** The column, a date or a year, lies within a period. */
  static Predicate within(Place place, Period period, boolean negated) {
    if (place.column().type().kind().isTemporal()) {
      return new Predicate.InPeriod(place.use(), period, negated, Words.NONE);
    }
    if (period.start().isPresent() && period.end().isPresent()) {
      int first = period.start().get().getYear();
      int last = period.end().get().getYear() - 1;
      if (first == last) {
        return compares(
            place,
            negated ? ComparisonOperator.NOT_EQUAL : ComparisonOperator.EQUAL,
            BigDecimal.valueOf(first));
      }
      return new Predicate.Between(
          place.use(), BigDecimal.valueOf(first), BigDecimal.valueOf(last), negated, Words.NONE);
    }
    List<Predicate> bounds = new ArrayList<>();
    period
        .start()
        .ifPresent(
            start ->
                bounds.add(
                    compares(
                        place,
                        negated ? ComparisonOperator.LESS : ComparisonOperator.GREATER_OR_EQUAL,
                        BigDecimal.valueOf(start.getYear()))));
    period
        .end()
        .ifPresent(
            end ->
                bounds.add(
                    compares(
                        place,
                        negated ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.LESS,
                        BigDecimal.valueOf(end.getYear()))));
    return bounds.getFirst();
  }
}
