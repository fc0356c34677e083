package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.ComparisonOperator;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** A number bounds a column, limits the rows, or waits for what it counts. */
final class NumberRule implements Rule<Mention.OfNumber> {
  private static final Feature.Family OF_SUBJECT = new Feature.Family("number.of-subject");
  private static final Feature EQUAL = Feature.of("number.equal");
  private static final Feature COMPARED = Feature.of("number.compared");
  private static final Feature TYPE_MISFIT = Feature.of("number.type-misfit");
  private static final Feature.Family WAIT = new Feature.Family("number.wait");
  private static final Feature KEYED = Feature.of("number.key-of-table");
  private static final Feature LIMIT = Feature.of("number.limit");
  private static final Feature RANGE = Feature.of("number.range");
  private static final Feature AGAIN = Feature.of("number.again");
  private static final Feature WORD = Feature.of("number.in-words");

  @Override
  public void apply(
      State state, Mention.OfNumber mention, Surroundings around, Consumer<State> out) {
    if (state.match != null || state.number != null) {
      return;
    }
    State next = state.after(mention);
    if (!mention.inDigits()) {
      next.feature(WORD);
    }
    if (state.metric != null) {
      metric(next, state, mention, out);
      return;
    }
    Target subject = state.subject == null ? state.measured : state.subject;
    if (state.between) {
      range(next, state, subject, mention, around, out);
      return;
    }
    if (subject != null) {
      bound(next, state, subject, mention, around, out);
      return;
    }
    if (mention.unit().isPresent()) {
      return;
    }
    if (state.superlative != null) {
      next.superlative =
          new State.Superlative(
              state.superlative.descending(),
              mention.value().longValue(),
              state.superlative.frequent(),
              state.superlative.ofValue(),
              state.superlative.span());
      out.accept(next.feature(LIMIT));
      return;
    }
    again(state, mention, out);
    keyed(state, mention, around, out);
    next.number = mention.value();
    next.numberSpan = mention.span();
    out.accept(next.feature(WAIT, state.clause, state.link));
  }

  /** "customer 4242": the row of that number. */
  private static void keyed(
      State state, Mention.OfNumber mention, Surroundings around, Consumer<State> out) {
    boolean follows =
        state.used != null
            && state.used.last() instanceof Mention.OfTable
            && state.used.last().span().end() == mention.span().start();
    if (!follows || !mention.inDigits() || state.compare != null) {
      return;
    }
    Mention.OfTable named = (Mention.OfTable) state.used.last();
    around
        .key(named.table())
        .filter(key -> key.type().kind().isNumeric())
        .ifPresent(
            key -> {
              State next = state.after(mention).feature(KEYED);
              next.negated = false;
              out.accept(
                  next.fact(
                      new Fact.Condition(
                          new Target(named.table(), key),
                          new Test.Compares(ComparisonOperator.EQUAL, mention.value()),
                          state.negated,
                          state.joint,
                          mention.span())));
            });
  }

  private static void metric(
      State next, State state, Mention.OfNumber mention, Consumer<State> out) {
    next.metric = null;
    next.compare = null;
    next.feature(state.compare == null ? EQUAL : COMPARED);
    ComparisonOperator operator = state.compare == null ? ComparisonOperator.EQUAL : state.compare;
    out.accept(
        next.fact(new Fact.MetricTest(state.metric, operator, mention.value(), mention.span())));
  }

  /** "age 24 or 25": the column of the condition before, once more. */
  private static void again(State state, Mention.OfNumber mention, Consumer<State> out) {
    boolean listed = state.link == Link.OR || state.link == Link.AND || state.link == Link.COMMA;
    if (listed
        && state.compare == null
        && state.lastFact() instanceof Fact.Condition before
        && before.test() instanceof Test.Compares compares) {
      State next = state.after(mention).feature(AGAIN);
      next.negated = false;
      out.accept(
          next.fact(
              new Fact.Condition(
                  before.target(),
                  new Test.Compares(compares.operator(), mention.value()),
                  before.negated(),
                  Fact.Joint.OR,
                  mention.span())));
    }
  }

  private static void range(
      State next,
      State state,
      Target subject,
      Mention.OfNumber mention,
      Surroundings around,
      Consumer<State> out) {
    if (subject == null) {
      return;
    }
    if (state.low == null) {
      next.low = mention.value();
      out.accept(next);
      return;
    }
    next.between = false;
    next.low = null;
    next.subject = null;
    next.measured = null;
    next.negated = false;
    out.accept(
        next.feature(RANGE)
            .fact(
                new Fact.Condition(
                    subject,
                    new Test.Ranges(
                        quantity(state.low, subject, mention, around),
                        quantity(mention.value(), subject, mention, around)),
                    state.negated,
                    state.joint,
                    mention.span())));
  }

  private static void bound(
      State next,
      State state,
      Target subject,
      Mention.OfNumber mention,
      Surroundings around,
      Consumer<State> out) {
    ComparisonOperator operator = state.compare == null ? ComparisonOperator.EQUAL : state.compare;
    next.subject = null;
    next.measured = null;
    next.compare = null;
    next.negated = false;
    next.feature(OF_SUBJECT, state.clause, state.link);
    next.feature(state.compare == null ? EQUAL : COMPARED);
    if (!ColumnRule.isNumeric(subject)) {
      next.feature(TYPE_MISFIT);
    }
    BigDecimal value = quantity(mention.value(), subject, mention, around);
    if (state.subjectAggregate != null) {
      next.subjectAggregate = null;
      out.accept(
          next.fact(
              new Fact.AggregateTest(
                  subject, state.subjectAggregate, operator, value, mention.span())));
      return;
    }
    out.accept(
        next.fact(
            new Fact.Condition(
                subject,
                new Test.Compares(operator, value),
                state.negated,
                state.joint,
                mention.span())));
  }

  /** The number in the unit of the column, where both units are known. */
  private static BigDecimal quantity(
      BigDecimal said, Target subject, Mention.OfNumber mention, Surroundings around) {
    return mention
        .unit()
        .flatMap(unit -> around.unit(subject).flatMap(stored -> unit.in(stored, said)))
        .orElse(said);
  }
}
