package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which tables an expression reads. */
final class Tables {
  private Tables() {}

  /** The aliases of the tables, the first that is read first. */
  static Set<String> of(Expression expression) {
    Set<String> aliases = new LinkedHashSet<>();
    read(expression, aliases);
    return aliases;
  }

  /** The aliases of the tables that a condition reads. */
  static Set<String> of(Predicate predicate) {
    Set<String> aliases = new LinkedHashSet<>();
    read(predicate, aliases);
    return aliases;
  }

  private static void read(Expression expression, Set<String> aliases) {
    switch (expression) {
      case Expression.ColumnUse column -> aliases.add(column.table());
      case Expression.Aggregate aggregate -> {
        aggregate.argument().ifPresent(argument -> read(argument, aliases));
        aggregate.where().ifPresent(where -> read(where, aliases));
      }
      case Expression.PeriodOf period -> read(period.column(), aliases);
      case Expression.PartOf part -> read(part.column(), aliases);
      case Expression.Arithmetic arithmetic -> {
        read(arithmetic.left(), aliases);
        read(arithmetic.right(), aliases);
      }
      case Expression.MetricUse metric -> read(metric.formula(), aliases);
      case Expression.AcrossRows across -> {
        read(across.measure(), aliases);
        across.by().forEach(by -> read(by, aliases));
      }
      case Expression.Constant constant -> {}
      case Expression.PartMeasure measure -> {}
    }
  }

  private static void read(Predicate predicate, Set<String> aliases) {
    switch (predicate) {
      case Predicate.Comparison comparison -> {
        read(comparison.left(), aliases);
        if (comparison.right() instanceof Operand.OtherExpression other) {
          read(other.expression(), aliases);
        }
      }
      case Predicate.Between between -> read(between.expression(), aliases);
      case Predicate.TextMatch match -> read(match.column(), aliases);
      case Predicate.InPeriod within -> read(within.column(), aliases);
      case Predicate.Missing missing -> read(missing.column(), aliases);
      case Predicate.Member member -> read(member.column(), aliases);
      case Predicate.AllOf all -> all.parts().forEach(part -> read(part, aliases));
      case Predicate.AnyOf any -> any.parts().forEach(part -> read(part, aliases));
    }
  }
}
