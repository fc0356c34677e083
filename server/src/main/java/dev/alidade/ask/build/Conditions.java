package dev.alidade.ask.build;

import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns conditions of columns into predicates. */
final class Conditions {
  private Conditions() {}

  /** The predicates of one table's conditions, alternatives gathered. */
  static List<Predicate> of(TableName table, List<Fact.Condition> conditions) {
    List<Predicate> predicates = new ArrayList<>();
    for (Fact.Condition condition : conditions) {
      if (!condition.target().table().equals(table)) {
        continue;
      }
      Predicate predicate = predicate(condition);
      boolean alternative = condition.joint() == Fact.Joint.OR && !predicates.isEmpty();
      if (!alternative) {
        predicates.add(predicate);
        continue;
      }
      Predicate before = predicates.removeLast();
      boolean negated = condition.negated();
      List<Predicate> parts = new ArrayList<>();
      if (before instanceof Predicate.AnyOf any) {
        parts.addAll(any.parts());
      } else {
        parts.add(before);
      }
      parts.add(predicate);
      predicates.add(negated ? new Predicate.AllOf(parts) : new Predicate.AnyOf(parts));
    }
    return predicates;
  }

  static Predicate predicate(Fact.Condition condition) {
    Expression.ColumnUse column = Expressions.column(condition.target(), condition.span());
    Words words = Words.of(condition.span());
    boolean negated = condition.negated();
    return switch (condition.test()) {
      case Test.Equals equals ->
          comparison(
              column,
              ComparisonOperator.EQUAL,
              stored(condition.target(), equals.value()),
              negated,
              words);
      case Test.Compares compares ->
          comparison(
              column, compares.operator(), number(condition.target(), compares), negated, words);
      case Test.Ranges ranges ->
          new Predicate.Between(column, ranges.low(), ranges.high(), negated, words);
      case Test.Matches matches ->
          new Predicate.TextMatch(column, matches.kind(), matches.text(), negated, words);
      case Test.Within within -> new Predicate.InPeriod(column, within.period(), negated, words);
      case Test.PartWithin within ->
          new Predicate.Between(
              new Expression.PartOf(within.part(), column, words),
              BigDecimal.valueOf(within.first()),
              BigDecimal.valueOf(within.last()),
              negated,
              words);
      case Test.Missing missing -> new Predicate.Missing(column, negated, words);
      case Test.ComparesAggregate compares ->
          comparison(column, compares.operator(), scalar(compares, condition), negated, words);
    };
  }

  private static Operand stored(Target target, String value) {
    return target.column().type().kind() == TypeKind.BOOLEAN
        ? new Operand.TruthValue(Boolean.parseBoolean(value))
        : new Operand.TextValue(value);
  }

  /** Digits in a column of texts are compared as text. */
  private static Operand number(Target target, Test.Compares compares) {
    boolean text =
        target.column().type().kind() == TypeKind.TEXT
            && (compares.operator() == ComparisonOperator.EQUAL
                || compares.operator() == ComparisonOperator.NOT_EQUAL);
    return text
        ? new Operand.TextValue(compares.value().toPlainString())
        : new Operand.NumberValue(compares.value());
  }

  private static Predicate comparison(
      Expression.ColumnUse column,
      ComparisonOperator operator,
      Operand right,
      boolean negated,
      Words words) {
    return new Predicate.Comparison(column, negated ? operator.negated() : operator, right, words);
  }

  private static Operand scalar(Test.ComparesAggregate compares, Fact.Condition condition) {
    TableName table = compares.of().table();
    Expression aggregate =
        Expressions.aggregated(
            compares.of(), Optional.of(compares.function()), false, condition.span());
    return new Operand.ScalarPlan(
        new SelectPlan(
            List.of(Expressions.shown(aggregate)),
            false,
            List.of(new TableUse(table.toString(), table, Words.NONE)),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }
}
