package dev.alidade.ask.converse;

import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes conditions apart and puts them together. */
final class Predicates {
  private Predicates() {}

  /** The conditions that must all hold. */
  static List<Predicate> conjuncts(Optional<Predicate> filter) {
    return filter.map(Predicates::parts).orElse(List.of());
  }

  private static List<Predicate> parts(Predicate predicate) {
    if (predicate instanceof Predicate.AllOf all) {
      return all.parts().stream().flatMap(part -> parts(part).stream()).toList();
    }
    return List.of(predicate);
  }

  static Optional<Predicate> all(List<Predicate> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.getFirst() : new Predicate.AllOf(parts));
  }

  /** The column that a condition is on; alternatives are on one where all of them are. */
  static Optional<Expression.ColumnUse> column(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison ->
          comparison.left() instanceof Expression.ColumnUse column
              ? Optional.of(column)
              : Optional.empty();
      case Predicate.Between between ->
          between.expression() instanceof Expression.ColumnUse column
              ? Optional.of(column)
              : Optional.empty();
      case Predicate.TextMatch match -> Optional.of(match.column());
      case Predicate.InPeriod within -> Optional.of(within.column());
      case Predicate.Missing missing -> Optional.of(missing.column());
      case Predicate.Member member -> Optional.empty();
      case Predicate.AllOf all -> ofAll(all.parts());
      case Predicate.AnyOf any -> ofAll(any.parts());
    };
  }

  private static Optional<Expression.ColumnUse> ofAll(List<Predicate> parts) {
    List<Optional<Expression.ColumnUse>> columns = parts.stream().map(Predicates::column).toList();
    Optional<Expression.ColumnUse> first =
        columns.isEmpty() ? Optional.empty() : columns.getFirst();
    boolean same =
        columns.stream()
            .allMatch(
                column ->
                    column.isPresent() && first.isPresent() && column.get().isSame(first.get()));
    return same ? first : Optional.empty();
  }

  /** The same condition with every column under another alias. */
  static Predicate under(String alias, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison ->
          new Predicate.Comparison(
              under(alias, comparison.left()),
              comparison.operator(),
              comparison.right(),
              comparison.words());
      case Predicate.Between between ->
          new Predicate.Between(
              under(alias, between.expression()),
              between.low(),
              between.high(),
              between.negated(),
              between.words());
      case Predicate.TextMatch match ->
          new Predicate.TextMatch(
              under(alias, match.column()),
              match.match(),
              match.value(),
              match.negated(),
              match.words());
      case Predicate.InPeriod within ->
          new Predicate.InPeriod(
              under(alias, within.column()), within.period(), within.negated(), within.words());
      case Predicate.Missing missing ->
          new Predicate.Missing(under(alias, missing.column()), missing.negated(), missing.words());
      case Predicate.Member member ->
          new Predicate.Member(
              under(alias, member.column()), member.plan(), member.negated(), member.words());
      case Predicate.AllOf all ->
          new Predicate.AllOf(all.parts().stream().map(part -> under(alias, part)).toList());
      case Predicate.AnyOf any ->
          new Predicate.AnyOf(any.parts().stream().map(part -> under(alias, part)).toList());
    };
  }

  private static Expression under(String alias, Expression expression) {
    return expression instanceof Expression.ColumnUse column ? under(alias, column) : expression;
  }

  private static Expression.ColumnUse under(String alias, Expression.ColumnUse column) {
    return new Expression.ColumnUse(alias, column.column(), column.type(), column.words());
  }

  /** Whether a condition says what may not be. */
  static boolean isNegative(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison comparison -> comparison.operator() == ComparisonOperator.NOT_EQUAL;
      case Predicate.Between between -> between.negated();
      case Predicate.TextMatch match -> match.negated();
      case Predicate.InPeriod within -> within.negated();
      case Predicate.Missing missing -> !missing.negated();
      case Predicate.Member member -> member.negated();
      case Predicate.AllOf all -> all.parts().stream().allMatch(Predicates::isNegative);
      case Predicate.AnyOf any -> false;
    };
  }

  /** The texts that a condition demands of its column; empty where it demands something else. */
  static List<String> values(Predicate predicate) {
    if (predicate instanceof Predicate.Comparison comparison
        && comparison.right() instanceof Operand.TextValue text) {
      return List.of(text.value());
    }
    if (predicate instanceof Predicate.AnyOf any) {
      return any.parts().stream().flatMap(part -> values(part).stream()).toList();
    }
    return List.of();
  }

  /** Both, as alternatives. */
  static Predicate either(Predicate one, Predicate other) {
    List<Predicate> parts = new ArrayList<>();
    parts.addAll(one instanceof Predicate.AnyOf any ? any.parts() : List.of(one));
    (other instanceof Predicate.AnyOf any ? any.parts() : List.of(other))
        .stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    return parts.size() == 1 ? parts.getFirst() : new Predicate.AnyOf(parts);
  }

  /** The plan with another filter. */
  static SelectPlan filtered(SelectPlan plan, List<Predicate> parts) {
    PlanParts changed = new PlanParts(plan);
    changed.filter = all(parts);
    return changed.made();
  }

  /**
   * The plan with each condition replaced, also those of plans that it asks for members; an empty
   * result drops the condition.
   */
  static SelectPlan mapped(SelectPlan plan, Mapping mapping) {
    List<Predicate> parts = new ArrayList<>();
    for (Predicate part : conjuncts(plan.filter())) {
      if (part instanceof Predicate.Member member && member.plan() instanceof SelectPlan inner) {
        SelectPlan mapped = mapped(inner, mapping);
        boolean emptied = inner.filter().isPresent() && conjuncts(mapped.filter()).isEmpty();
        if (!emptied) {
          parts.add(
              new Predicate.Member(member.column(), mapped, member.negated(), member.words()));
        }
        continue;
      }
      mapping.apply(plan).apply(part).ifPresent(parts::add);
    }
    return filtered(plan, parts);
  }

  /** What becomes of the conditions of a plan. */
  interface Mapping extends Function<SelectPlan, Function<Predicate, Optional<Predicate>>> {}
}
