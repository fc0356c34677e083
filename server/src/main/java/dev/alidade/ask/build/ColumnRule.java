package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A column is shown, aggregated, counted, grouped by, sorted by, or a condition speaks of it. */
final class ColumnRule implements Rule<Mention.OfColumn> {
  private static final Feature.Family SHOW = new Feature.Family("column.show");
  private static final Feature.Family AGGREGATE = new Feature.Family("column.aggregate");
  private static final Feature.Family COUNT = new Feature.Family("column.count");
  private static final Feature COUNT_STORED = Feature.of("column.count.stored");
  private static final Feature COUNT_DISTINCT = Feature.of("column.count.distinct");
  private static final Feature.Family GROUP = new Feature.Family("column.group");
  private static final Feature GROUP_ON = Feature.of("column.group.on");
  private static final Feature GROUP_KEY = Feature.of("column.group.key-of-table");
  private static final Feature.Family SORT = new Feature.Family("column.sort");
  private static final Feature.Family SUBJECT = new Feature.Family("column.subject");
  private static final Feature.Family TEST = new Feature.Family("column.test");
  private static final Feature.Family COMPARE = new Feature.Family("column.compare-aggregate");
  private static final Feature.Family ABSORB = new Feature.Family("column.absorb");
  private static final Feature.Family LACKING = new Feature.Family("column.lacking");
  private static final Feature.Family NOUN = new Feature.Family("column.noun");
  private static final Feature TEST_COUNT = Feature.of("column.test.count");
  private static final Feature TEST_KEY = Feature.of("column.test.key");
  private static final Feature TEST_VALUE = Feature.of("column.test.value");
  private static final Feature AFTER_COMPARE = Feature.of("column.subject.after-compare");
  private static final Feature FULL_NAMES = Feature.of("column.full-names");
  private static final Feature INHERITED = Feature.of("column.aggregate.inherited");
  private static final Feature RANK_AGGREGATE = Feature.of("column.rank.aggregate");
  private static final Feature IMPLIED = Feature.of("column.aggregate.implied");
  private static final Feature TYPE_MISFIT = Feature.of("column.type-misfit");

  @Override
  public void apply(
      State state, Mention.OfColumn mention, Surroundings around, Consumer<State> out) {
    Target target = new Target(mention.table(), mention.column());
    if (state.match != null) {
      return;
    }
    if (!state.aggregates.isEmpty()) {
      if (state.timed && !target.column().type().kind().isTemporal()) {
        return;
      }
      aggregate(state, mention, target, around, out);
      return;
    }
    if (state.count) {
      count(state, mention, target, around, out);
      return;
    }
    if (state.grouping) {
      State next = read(state, mention, around).feature(GROUP, state.clause, state.link);
      next.grouping = false;
      if (Attachment.isKey(target) && around.names(mention.span())) {
        next.feature(GROUP_KEY);
      }
      next.clause = state.shows() ? Clause.CONDITION : Clause.SHOW;
      out.accept(next.fact(new Fact.GroupColumn(target, state.leading, mention.span())));
      return;
    }
    if (state.superlative != null) {
      ColumnRanking.apply(state, mention, target, around, out);
      return;
    }
    if (state.mayGroupOn()) {
      State next = read(state, mention, around).feature(GROUP_ON);
      out.accept(next.fact(new Fact.GroupColumn(target, true, mention.span())));
    }
    boolean implied =
        state.facts == null
            && state.clause == Clause.SHOW
            && !state.waits()
            && Measures.isAdditive(target.column())
            && Measures.isDivided(around, mention.span());
    if (implied) {
      Optional<AggregateFunction> sum = Optional.of(AggregateFunction.SUM);
      out.accept(
          read(state, mention, around)
              .feature(IMPLIED)
              .fact(new Fact.Show(target, sum, false, mention.span())));
    }
    if (state.number != null && state.subject == null) {
      test(state, mention, target, around, out);
    }
    if (state.clause == Clause.SORT) {
      State next = read(state, mention, around).feature(SORT, state.clause, state.link);
      boolean descending = state.descending != null && state.descending;
      next.fact(
          new Fact.SortColumn(
              Optional.of(target), Optional.empty(), descending, Optional.empty(), mention.span()));
      out.accept(next);
      return;
    }
    if (state.subject == null && state.compare == null && !state.negated) {
      State next = read(state, mention, around).feature(SHOW, state.clause, state.link);
      next.distinct = false;
      boolean listed = state.link == Link.AND || state.link == Link.COMMA;
      if (listed
          && state.lastFact() instanceof Fact.Show before
          && before.aggregate().isPresent()) {
        State inherited = next.copy().feature(INHERITED);
        out.accept(
            inherited.fact(
                new Fact.Show(target, before.aggregate(), before.distinct(), mention.span())));
      }
      next.fact(new Fact.Show(target, Optional.empty(), state.distinct, mention.span()));
      out.accept(next);
    }
    if (state.negated && state.subject == null && mention.full() && around.lacks(target)) {
      State lacking = read(state, mention, around).feature(LACKING, state.clause, state.link);
      lacking.negated = false;
      out.accept(
          lacking.fact(
              new Fact.Condition(target, new Test.Missing(), false, state.joint, mention.span())));
    }
    if (state.subject == null && state.measured == null && state.number == null) {
      State next = read(state, mention, around).feature(SUBJECT, state.clause, state.link);
      next.subject = target;
      if (state.compare != null) {
        next.feature(AFTER_COMPARE);
      }
      out.accept(next);
    }
    if (state.clause == Clause.CONDITION
        && !state.negated
        && !state.waits()
        && target.column().type().kind() == TypeKind.TEXT) {
      // "Colleges that have players who ...": the column stands for the rows that it names.
      State noun = read(state, mention, around).feature(NOUN, state.clause, state.link);
      out.accept(noun.fact(new Fact.Touch(target.table(), false, mention.span())));
    }
    if (state.subject == null && isRepeated(state, target)) {
      State next = state.after(mention).feature(ABSORB, state.clause, state.link);
      out.accept(next);
    }
  }

  /** Both parts of full names are shown. */
  void applyPair(
      State state, Mention.OfNameColumns pair, Surroundings around, Consumer<State> out) {
    if (state.waits() || state.count) {
      return;
    }
    State next = read(state, pair.first(), around).feature(FULL_NAMES);
    next.used = Chain.plus(state.used, pair);
    next.distinct = false;
    for (Mention.OfColumn part : List.of(pair.first(), pair.last())) {
      Target target = new Target(part.table(), part.column());
      next.fact(new Fact.Show(target, Optional.empty(), state.distinct, part.span()));
    }
    out.accept(next);
  }

  private static boolean isRepeated(State state, Target target) {
    for (Chain<Fact> at = state.facts; at != null; at = at.before()) {
      if (at.last() instanceof Fact.Condition condition
          && (condition.target().isSame(target)
              || condition.target().column().name().equals(target.column().name()))) {
        return true;
      }
      if (at.last() instanceof Fact.SortColumn sort
          && sort.target().isPresent()
          && sort.target().get().isSame(target)) {
        return true;
      }
    }
    return false;
  }

  private static void aggregate(
      State state,
      Mention.OfColumn mention,
      Target target,
      Surroundings around,
      Consumer<State> out) {
    boolean needsNumbers = state.aggregates.stream().anyMatch(AggregateFunction::needsNumbers);
    boolean misfit = needsNumbers && !isNumeric(target);
    if (around.holdsWords(target)) {
      return;
    }
    if (state.compare != null && (state.subject != null || state.measured != null)) {
      State next = read(state, mention, around).feature(COMPARE, state.clause, state.link);
      compare(next, state, target, mention);
      out.accept(misfit ? next.feature(TYPE_MISFIT) : next);
      return;
    }
    if (state.subject != null) {
      return;
    }
    State next = read(state, mention, around).feature(AGGREGATE, state.clause, state.link);
    if (misfit) {
      next.feature(TYPE_MISFIT);
    }
    next.aggregates = List.of();
    next.timed = false;
    next.count = false;
    if (state.clause == Clause.SORT) {
      boolean descending = state.descending != null && state.descending;
      next.fact(
          new Fact.SortColumn(
              Optional.of(target),
              Optional.of(state.aggregates.getFirst()),
              descending,
              Optional.empty(),
              mention.span()));
      out.accept(next);
      return;
    }
    if (state.clause == Clause.CONDITION || state.superlative != null) {
      aggregateCondition(next.copy(), state, target, mention, around, out);
      if (state.superlative != null) {
        return;
      }
    }
    for (AggregateFunction function : state.aggregates) {
      next.fact(new Fact.Show(target, Optional.of(function), state.distinct, mention.span()));
    }
    next.distinct = false;
    out.accept(next);
  }

  private static void aggregateCondition(
      State next,
      State state,
      Target target,
      Mention.OfColumn mention,
      Surroundings around,
      Consumer<State> out) {
    if (state.superlative != null) {
      next.superlative = null;
      next.feature(RANK_AGGREGATE);
      if (state.shows() && Measures.isRankedBy(around, state.superlative.span(), mention.span())) {
        next.fact(
            new Fact.Show(target, Optional.of(state.aggregates.getFirst()), false, mention.span()));
      }
      next.fact(
          new Fact.SortColumn(
              Optional.of(target),
              Optional.of(state.aggregates.getFirst()),
              state.superlative.descending(),
              Optional.of(state.superlative.limit()),
              mention.span()));
      out.accept(next);
      return;
    }
    next.subject = target;
    next.subjectAggregate = state.aggregates.getFirst();
    out.accept(next.feature(SUBJECT.base()));
  }

  private static void compare(State next, State state, Target target, Mention.OfColumn mention) {
    Target left = state.subject == null ? state.measured : state.subject;
    next.subject = null;
    next.measured = null;
    next.compare = null;
    next.aggregates = List.of();
    next.negated = false;
    next.fact(
        new Fact.Condition(
            left,
            new Test.ComparesAggregate(state.compare, state.aggregates.getFirst(), target),
            state.negated,
            state.joint,
            mention.span()));
  }

  private static void count(
      State state,
      Mention.OfColumn mention,
      Target target,
      Surroundings around,
      Consumer<State> out) {
    State next = read(state, mention, around).feature(COUNT, state.clause, state.link);
    next.count = false;
    next.distinct = false;
    boolean distinct = state.distinct;
    if (Measures.isAmount(target.column()) && !distinct) {
      // "How many people live in Texas": the column has counted them already.
      State stored = next.copy().feature(COUNT_STORED);
      out.accept(stored.fact(new Fact.Show(target, Optional.empty(), false, mention.span())));
    }
    if (!distinct) {
      State plain = next.copy();
      out.accept(
          plain.fact(
              new Fact.ShowCount(Optional.empty(), Optional.of(target), false, mention.span())));
      next.feature(COUNT_DISTINCT);
    }
    out.accept(
        next.fact(new Fact.ShowCount(Optional.empty(), Optional.of(target), true, mention.span())));
  }

  private static void test(
      State state,
      Mention.OfColumn mention,
      Target target,
      Surroundings around,
      Consumer<State> out) {
    State next = read(state, mention, around).feature(TEST, state.clause, state.link);
    next.number = null;
    next.numberSpan = null;
    next.compare = null;
    next.negated = false;
    ComparisonOperator operator = state.compare == null ? ComparisonOperator.EQUAL : state.compare;
    State counted = next.copy().feature(TEST_COUNT);
    out.accept(
        counted.fact(
            new Fact.CountTest(
                Optional.of(target.table()), operator, state.number, mention.span())));
    if (!isNumeric(target) && operator != ComparisonOperator.EQUAL) {
      return;
    }
    next.feature(Attachment.isKey(target) ? TEST_KEY : TEST_VALUE);
    next.fact(
        new Fact.Condition(
            target,
            new Test.Compares(operator, state.number),
            state.negated,
            state.joint,
            mention.span()));
    out.accept(next);
  }

  static boolean isNumeric(Target target) {
    return target.column().type().kind().isNumeric();
  }

  private static State read(State state, Mention.OfColumn mention, Surroundings around) {
    return Attachment.read(state, mention, around);
  }
}
