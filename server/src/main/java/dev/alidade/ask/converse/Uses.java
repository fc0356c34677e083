package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.text.TimeCut;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that the parts of a plan speak of. */
final class Uses {
  private final Set<String> aliases = new LinkedHashSet<>();

  private Uses() {}

  /** The aliases that a plan uses beyond joining them. */
  static Set<String> of(SelectPlan plan) {
    Uses uses = new Uses();
    plan.outputs().forEach(output -> uses.add(output.expression()));
    plan.groups().forEach(uses::add);
    plan.order().forEach(key -> uses.add(key.expression()));
    Stream.concat(plan.filter().stream(), plan.having().stream()).forEach(uses::add);
    plan.topPerGroup()
        .ifPresent(
            top -> {
              top.groups().forEach(uses::add);
              uses.add(top.by().expression());
            });
    return uses.aliases;
  }

  /** The one column that an expression is made of. */
  static Optional<Expression.ColumnUse> column(Expression expression) {
    if (expression instanceof Expression.ColumnUse column) {
      return Optional.of(column);
    }
    if (expression instanceof Expression.PeriodOf period) {
      return Optional.of(period.column());
    }
    if (expression instanceof Expression.PartOf part) {
      return Optional.of(part.column());
    }
    return expression instanceof Expression.Aggregate aggregate
        ? aggregate.argument().filter(one -> aggregate.where().isEmpty()).flatMap(Uses::column)
        : Optional.empty();
  }

  /** What dates are told apart by in an expression. */
  static Optional<TimeCut> cut(Expression expression) {
    if (expression instanceof Expression.PeriodOf period) {
      return Optional.of(new TimeCut.Into(period.grain()));
    }
    return expression instanceof Expression.PartOf part
        ? Optional.of(new TimeCut.Part(part.part()))
        : Optional.empty();
  }

  private void add(Expression expression) {
    aliases.addAll(SourceMap.aliases(expression));
  }

  private void add(Predicate predicate) {
    switch (predicate) {
      case Predicate.Comparison comparison -> {
        add(comparison.left());
        if (comparison.right() instanceof Operand.OtherExpression other) {
          add(other.expression());
        }
      }
      case Predicate.Between between -> add(between.expression());
      case Predicate.TextMatch match -> add(match.column());
      case Predicate.InPeriod within -> add(within.column());
      case Predicate.Missing missing -> add(missing.column());
      case Predicate.Member member -> add(member.column());
      case Predicate.AllOf all -> all.parts().forEach(this::add);
      case Predicate.AnyOf any -> any.parts().forEach(this::add);
    }
  }
}
