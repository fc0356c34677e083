package dev.alidade.ask.build;

import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Words;
import java.util.List;
import java.util.Optional;

/** Sets what is shown against other rows: shares, running totals, changes and averages. */
final class AcrossMaker {
  private static final Feature SHARE_OF_GROUPS = Feature.of("across.share-of-groups");
  private static final Feature AVERAGE_OVER = Feature.of("across.average-over");
  private static final Feature BY_PERIOD = Feature.of("across.by-period");

  private final ShareMaker shares;

  AcrossMaker(JoinGraph graph) {
    this.shares = new ShareMaker(graph);
  }

  /** The draft as the facts set it against other rows; empty where that makes no sense. */
  Optional<Draft> make(Draft draft, List<Fact> facts) {
    Optional<Fact.Across> across = across(facts);
    if (across.isPresent()) {
      return across(draft, across.get());
    }
    for (Fact fact : facts) {
      if (fact instanceof Fact.AverageOver over) {
        return average(draft, Words.of(over.span()));
      }
      if (fact instanceof Fact.SideBySide sides) {
        return PeriodPair.of(draft).flatMap(pair -> pair.sideBySide(draft, sides.span()));
      }
    }
    return Optional.of(draft);
  }

  /** What is asked for; "in percent" says more than "growth". */
  private static Optional<Fact.Across> across(List<Fact> facts) {
    Optional<Fact.Across> found = Optional.empty();
    for (Fact fact : facts) {
      boolean says = fact instanceof Fact.Across;
      if (says && (found.isEmpty() || ((Fact.Across) fact).kind() == AcrossKind.PERCENT_CHANGE)) {
        found = Optional.of((Fact.Across) fact);
      }
    }
    return found;
  }

  private Optional<Draft> across(Draft draft, Fact.Across across) {
    if (across.kind() == AcrossKind.SHARE) {
      return share(draft, across);
    }
    List<Expression> periods =
        draft.groups.stream().filter(Expression.PeriodOf.class::isInstance).toList();
    if (periods.isEmpty()) {
      return across.kind() == AcrossKind.RUNNING_TOTAL
          ? Optional.empty()
          : PeriodPair.of(draft).flatMap(pair -> pair.change(draft, across));
    }
    int at = draft.measure();
    return at < 0
        ? Optional.empty()
        : Optional.of(
            shown(
                draft.feature(BY_PERIOD, 1),
                at,
                new Expression.AcrossRows(
                    across.kind(),
                    draft.outputs.get(at).expression(),
                    periods,
                    Words.of(across.span()))));
  }

  private Optional<Draft> share(Draft draft, Fact.Across across) {
    Words words = Words.of(across.span());
    int at = draft.measure();
    if (at >= 0) {
      return draft.groups.isEmpty()
          ? shares.ofRows(draft, at, words)
          : Optional.of(
              shown(
                  draft.feature(SHARE_OF_GROUPS, 1),
                  at,
                  new Expression.AcrossRows(
                      across.kind(), draft.outputs.get(at).expression(), List.of(), words)));
    }
    // "What percentage of customers ...": rows are counted although nobody says so.
    if (draft.limit != null || draft.topPerGroup != null) {
      return Optional.empty();
    }
    List<Output> groups =
        draft.outputs.stream()
            .filter(
                output ->
                    draft.groups.stream()
                        .anyMatch(group -> Expressions.isSame(group, output.expression())))
            .toList();
    draft.outputs.clear();
    draft.outputs.addAll(groups);
    draft.outputs.add(Expressions.count(draft.root.table(), across.span()));
    draft.distinct = false;
    return shares.ofRows(draft, draft.outputs.size() - 1, words);
  }

  /** "Orders per day on average": all of them, divided by the number of days. */
  private static Optional<Draft> average(Draft draft, Words words) {
    int at = draft.measure();
    boolean plain = draft.limit == null && draft.having.isEmpty() && draft.topPerGroup == null;
    if (at < 0 || draft.groups.size() != 1 || !plain) {
      return Optional.empty();
    }
    Expression groups =
        new Expression.Aggregate(
            AggregateFunction.COUNT, true, Optional.of(draft.groups.getFirst()), words);
    Expression average =
        new Expression.Arithmetic(
            ArithmeticOperator.DIVIDED_BY, draft.outputs.get(at).expression(), groups, words);
    String label =
        draft.outputs.get(at).label() + " per " + Expressions.label(draft.groups.getFirst());
    draft.outputs.clear();
    draft.outputs.add(new Output(average, label));
    draft.groups.clear();
    draft.order.clear();
    return Optional.of(draft.feature(AVERAGE_OVER, 1));
  }

  private static Draft shown(Draft draft, int at, Expression expression) {
    draft.outputs.set(at, Expressions.shown(expression));
    return draft;
  }
}
