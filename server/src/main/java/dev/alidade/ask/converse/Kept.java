package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.explain.Phrases;
import dev.alidade.ask.ground.PlainNames;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a changed plan kept of the one before. */
public final class Kept {
  private Kept() {}

  /** "number of orders; status is "open"; by month"; empty where nothing was kept. */
  public static Optional<String> of(SelectPlan before, SelectPlan after) {
    List<String> kept = new ArrayList<>();
    List<Expression> measures = same(measures(before), measures(after));
    if (!measures.isEmpty()) {
      kept.add(phrases(measures, after));
    } else if (before.measures().isEmpty()
        && before.tables().getFirst().table().equals(after.tables().getFirst().table())) {
      kept.add(PlainNames.of(after.tables().getFirst().table().table()));
    }
    List<Predicate> filters = new ArrayList<>(Predicates.conjuncts(after.filter()));
    filters.retainAll(Predicates.conjuncts(before.filter()));
    filters.forEach(filter -> kept.add(Phrases.of(filter, after)));
    List<Predicate> having = new ArrayList<>(Predicates.conjuncts(after.having()));
    having.retainAll(Predicates.conjuncts(before.having()));
    having.forEach(test -> kept.add(Phrases.of(test, after)));
    List<Expression> groups = same(shownGroups(before), shownGroups(after));
    if (!groups.isEmpty()) {
      kept.add("by " + phrases(groups, after));
    }
    order(before, after).ifPresent(kept::add);
    return kept.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", kept));
  }

  private static List<Expression> measures(SelectPlan plan) {
    return plan.measures().stream().map(Output::expression).toList();
  }

  private static List<Expression> shownGroups(SelectPlan plan) {
    List<Expression> shown = plan.outputs().stream().map(Output::expression).toList();
    return plan.groups().stream().filter(group -> PlanParts.isIn(group, shown)).toList();
  }

  private static List<Expression> same(List<Expression> before, List<Expression> after) {
    return after.stream().filter(one -> PlanParts.isIn(one, before)).toList();
  }

  private static String phrases(List<Expression> expressions, SelectPlan plan) {
    return Phrases.list(expressions.stream().map(one -> Phrases.of(one, plan)).distinct().toList());
  }

  private static Optional<String> order(SelectPlan before, SelectPlan after) {
    boolean sameLimit = after.limit().isPresent() && after.limit().equals(before.limit());
    boolean sameOrder =
        !after.order().isEmpty()
            && !before.order().isEmpty()
            && isSame(after.order().getFirst(), before.order().getFirst());
    if (sameLimit && sameOrder) {
      Ordering first = after.order().getFirst();
      return Optional.of(
          "the %d with the %s %s"
              .formatted(
                  after.limit().get(),
                  first.descending() ? "highest" : "lowest",
                  Phrases.of(first.expression(), after)));
    }
    if (sameLimit) {
      return Optional.of("at most " + after.limit().get() + " rows");
    }
    boolean byTime =
        sameOrder && after.order().getFirst().expression() instanceof Expression.PeriodOf;
    return sameOrder && !byTime
        ? Optional.of("sorted by " + Phrases.of(after.order().getFirst().expression(), after))
        : Optional.empty();
  }

  private static boolean isSame(Ordering one, Ordering other) {
    return one.descending() == other.descending()
        && SourceMap.isSame(one.expression(), other.expression());
  }
}
