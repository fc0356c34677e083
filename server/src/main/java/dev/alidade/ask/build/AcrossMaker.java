package dev.alidade.ask.build;

import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Aggregates;
import dev.alidade.ask.plan.ArithmeticOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sets what is shown against other rows: shares, running totals and changes. */
final class AcrossMaker {
  private static final Feature SHARE_OF_GROUPS = Feature.of("across.share-of-groups");
  private static final Feature SHARE_OF_ROWS = Feature.of("across.share-of-rows");
  private static final Feature AVERAGE_OVER = Feature.of("across.average-over");
  private static final Feature BY_PERIOD = Feature.of("across.by-period");
  private static final Expression HUNDRED = new Expression.Constant(BigDecimal.valueOf(100));

  private AcrossMaker() {}

  /** The draft as the facts set it against other rows; empty where that makes no sense. */
  static Optional<Draft> make(Draft draft, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.Across across) {
        return across(draft, across);
      }
      if (fact instanceof Fact.AverageOver over) {
        return average(draft, Words.of(over.span()));
      }
    }
    return Optional.of(draft);
  }

  private static Optional<Draft> across(Draft draft, Fact.Across across) {
    int at = measure(draft);
    if (at < 0) {
      return counted(draft, across);
    }
    Expression measure = draft.outputs.get(at).expression();
    Words words = Words.of(across.span());
    if (across.kind() == AcrossKind.SHARE) {
      return draft.groups.isEmpty()
          ? shareOfRows(draft, at, measure, words)
          : Optional.of(
              shown(
                  draft.feature(SHARE_OF_GROUPS, 1),
                  at,
                  new Expression.AcrossRows(across.kind(), measure, List.of(), words)));
    }
    List<Expression> periods =
        draft.groups.stream().filter(Expression.PeriodOf.class::isInstance).toList();
    return periods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            shown(
                draft.feature(BY_PERIOD, 1),
                at,
                new Expression.AcrossRows(across.kind(), measure, periods, words)));
  }

  /** "Orders per day on average": all of them, divided by the number of days. */
  private static Optional<Draft> average(Draft draft, Words words) {
    int at = measure(draft);
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
    draft.outputs.clear();
    draft.outputs.add(Expressions.shown(average));
    draft.groups.clear();
    draft.order.clear();
    return Optional.of(draft.feature(AVERAGE_OVER, 1));
  }

  private static int measure(Draft draft) {
    for (int at = draft.outputs.size() - 1; at >= 0; at--) {
      if (draft.outputs.get(at).expression().isAggregate()) {
        return at;
      }
    }
    return -1;
  }

  /** "What percentage of customers ...": rows are counted although nobody says so. */
  private static Optional<Draft> counted(Draft draft, Fact.Across across) {
    if (across.kind() != AcrossKind.SHARE || draft.limit != null || draft.topPerGroup != null) {
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
    return draft.groups.isEmpty()
        ? across(draft, across)
        : shareOfRows(
            draft,
            draft.outputs.size() - 1,
            draft.outputs.getLast().expression(),
            Words.of(across.span()));
  }

  /** The last condition says which part is meant, those before it of what. */
  private static Optional<Draft> shareOfRows(Draft draft, int at, Expression measure, Words words) {
    Fact.Condition part = null;
    for (Fact.Condition condition : draft.conditions) {
      if (part == null || condition.span().start() > part.span().start()) {
        part = condition;
      }
    }
    if (part == null || part.joint() == Fact.Joint.OR) {
      return Optional.empty();
    }
    Predicate where = Conditions.predicate(part);
    Expression share =
        new Expression.Arithmetic(
            ArithmeticOperator.DIVIDED_BY,
            new Expression.Arithmetic(
                ArithmeticOperator.TIMES, HUNDRED, Aggregates.where(measure, where), words),
            measure,
            words);
    draft.conditions.remove(part);
    draft.hard.add(part.target().table());
    return Optional.of(shown(draft.feature(SHARE_OF_ROWS, 1), at, share));
  }

  private static Draft shown(Draft draft, int at, Expression expression) {
    draft.outputs.set(at, Expressions.shown(expression));
    return draft;
  }
}
