package dev.alidade.ask.build;

import dev.alidade.ask.plan.AcrossKind;
import dev.alidade.ask.plan.Aggregates;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.ask.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two periods of one date that a number is worked out for: "from 2024 to 2025". */
record PeriodPair(Target date, Period earlier, Period later, Span span) {
  private static final Feature CHANGE = Feature.of("across.between-periods");
  private static final Feature RANKED = Feature.of("across.ranked-between-periods");
  private static final Feature SIDE_BY_SIDE = Feature.of("across.side-by-side");

  /**
   * The periods that the conditions of a draft set against each other: two that are apart, or the
   * ends of one. Rows of neither, or in between, stay out or do not matter.
   */
  static Optional<PeriodPair> of(Draft draft) {
    List<Fact.Condition> dated =
        draft.conditions.stream()
            .filter(PeriodPair::isWithin)
            .sorted(Comparator.comparing(condition -> period(condition).start().orElseThrow()))
            .toList();
    if (dated.size() == 1) {
      Fact.Condition one = dated.getFirst();
      return period(one)
          .ends()
          .map(ends -> new PeriodPair(one.target(), ends.getFirst(), ends.getLast(), one.span()));
    }
    if (dated.size() != 2) {
      return Optional.empty();
    }
    Fact.Condition first = dated.getFirst();
    Fact.Condition last = dated.getLast();
    boolean apart = first.target().isSame(last.target()) && period(first).isApartFrom(period(last));
    if (!apart) {
      return Optional.empty();
    }
    // One or the other: no row lies in both.
    int second = Math.max(draft.conditions.indexOf(first), draft.conditions.indexOf(last));
    Fact.Condition other = draft.conditions.get(second);
    draft.conditions.set(
        second,
        new Fact.Condition(other.target(), other.test(), false, Fact.Joint.OR, other.span()));
    return Optional.of(new PeriodPair(first.target(), period(first), period(last), last.span()));
  }

  /** How much more the last number, or what rows are ranked by, is in the later period. */
  Optional<Draft> change(Draft draft, Fact.Across across) {
    int at = draft.measure();
    boolean percent = across.kind() == AcrossKind.PERCENT_CHANGE;
    Words words = Words.of(across.span());
    if (at >= 0) {
      Expression measure = draft.outputs.get(at).expression();
      Expression change = change(measure, percent, words);
      String label =
          (percent ? "percent change in " : "change in ") + draft.outputs.get(at).label();
      draft.outputs.set(at, new Output(change, label));
      draft.order.replaceAll(
          by -> Expressions.isSame(by.expression(), measure) ? by(by, change) : by);
      return Optional.of(ready(draft, CHANGE));
    }
    for (int index = 0; index < draft.order.size(); index++) {
      Ordering by = draft.order.get(index);
      if (by.expression().isAggregate()) {
        draft.order.set(index, by(by, change(by.expression(), percent, words)));
        return Optional.of(ready(draft, RANKED));
      }
    }
    return Optional.empty();
  }

  /** Each number twice, for the earlier and for the later period. */
  Optional<Draft> sideBySide(Draft draft, Span asked) {
    List<Output> sides = new ArrayList<>();
    for (Output output : draft.outputs) {
      if (!output.expression().isAggregate()) {
        sides.add(output);
        continue;
      }
      for (Period period : List.of(earlier, later)) {
        Expression side = within(output.expression(), period);
        sides.add(new Output(side, output.label() + " " + period.label()));
      }
    }
    if (sides.size() == draft.outputs.size()) {
      return Optional.empty();
    }
    draft.outputs.clear();
    draft.outputs.addAll(sides);
    return Optional.of(ready(draft, SIDE_BY_SIDE));
  }

  private Draft ready(Draft draft, Feature feature) {
    draft.hard.add(date.table());
    return draft.feature(feature, 1);
  }

  private static Ordering by(Ordering by, Expression expression) {
    return new Ordering(expression, by.descending(), by.words());
  }

  private Expression change(Expression measure, boolean percent, Words words) {
    return Expressions.change(within(measure, earlier), within(measure, later), percent, words);
  }

  private Expression within(Expression measure, Period period) {
    Words words = Words.of(span);
    return Aggregates.where(
        measure, new Predicate.InPeriod(Expressions.column(date, span), period, false, words));
  }

  private static boolean isWithin(Fact.Condition condition) {
    return condition.test() instanceof Test.Within within
        && within.period().start().isPresent()
        && !condition.negated();
  }

  private static Period period(Fact.Condition condition) {
    return ((Test.Within) condition.test()).period();
  }
}
