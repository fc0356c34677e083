package dev.alidade.ask.compile;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of measured groups that nobody ordered, which an engine gives in another one at every
 * run: where the groups have names the largest comes first, numbers and days have their own order.
 */
final class UsualOrder {
  private UsualOrder() {}

  static List<Ordering> of(SelectPlan plan) {
    Optional<Ordering> largest = largest(plan);
    boolean isOrdered = !plan.order().isEmpty() || plan.topPerGroup().isPresent();
    if (isOrdered || plan.distinct() || plan.groups().isEmpty() || largest.isEmpty()) {
      return plan.order();
    }
    List<Ordering> order = new ArrayList<>();
    if (plan.groups().stream().anyMatch(UsualOrder::isName)) {
      order.add(largest.get());
    }
    plan.groups().forEach(group -> order.add(new Ordering(group, false, Words.NONE)));
    return order;
  }

  private static boolean isName(Expression group) {
    return group instanceof Expression.ColumnUse column && column.type().kind() == TypeKind.TEXT;
  }

  private static Optional<Ordering> largest(SelectPlan plan) {
    return plan.outputs().stream()
        .map(Output::expression)
        .filter(Expression::isAggregate)
        .findFirst()
        .map(measure -> new Ordering(measure, true, Words.NONE));
  }
}
