package dev.alidade.ask.build;

import dev.alidade.ask.ground.BoundMetric;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A metric is shown, ranked by, or compared with a number; what adds it up is settled already. */
final class MetricRule implements Rule<Mention.OfMetric> {
  private static final Feature WORDS = Feature.of("metric.words");
  private static final Feature AVERAGED = Feature.of("metric.averaged");
  private static final Feature.Family SHOW = new Feature.Family("metric.show");
  private static final Feature.Family RANK = new Feature.Family("metric.rank");
  private static final Feature RANK_SHOWN = Feature.of("metric.rank.shown");
  private static final Feature.Family SORT = new Feature.Family("metric.sort");
  private static final Feature.Family TEST = new Feature.Family("metric.test");
  private static final Feature.Family SUBJECT = new Feature.Family("metric.subject");

  @Override
  public void apply(
      State state, Mention.OfMetric mention, Surroundings around, Consumer<State> out) {
    boolean averaged =
        state.aggregates.stream().anyMatch(function -> function != AggregateFunction.SUM);
    if (state.match != null || state.grouping || state.negated || state.between) {
      return;
    }
    BoundMetric metric = mention.metric();
    if (averaged) {
      if (state.aggregates.equals(List.of(AggregateFunction.AVERAGE)) && !state.waitsForMore()) {
        State next = read(state, mention).feature(AVERAGED);
        next.fact(new Fact.AverageOver(mention.span()));
        out.accept(next.fact(new Fact.ShowMetric(metric, mention.span())));
      }
      return;
    }
    if (state.superlative != null) {
      rank(state, mention, around, out);
      return;
    }
    if (state.number != null && state.subject == null) {
      State next = read(state, mention).feature(TEST, state.clause, state.link);
      next.number = null;
      next.numberSpan = null;
      next.compare = null;
      ComparisonOperator operator =
          state.compare == null ? ComparisonOperator.EQUAL : state.compare;
      out.accept(next.fact(new Fact.MetricTest(metric, operator, state.number, mention.span())));
      return;
    }
    if (state.subject != null || state.metric != null) {
      return;
    }
    if (state.clause == Clause.SORT) {
      boolean descending = state.descending != null && state.descending;
      State next = read(state, mention).feature(SORT, state.clause, state.link);
      out.accept(
          next.fact(new Fact.SortMetric(metric, descending, Optional.empty(), mention.span())));
      return;
    }
    if (state.compare == null) {
      State next = read(state, mention).feature(SHOW, state.clause, state.link);
      out.accept(next.fact(new Fact.ShowMetric(metric, mention.span())));
    }
    if (state.shows() || state.compare != null) {
      State waiting = read(state, mention).feature(SUBJECT, state.clause, state.link);
      waiting.metric = metric;
      out.accept(waiting);
    }
  }

  private static void rank(
      State state, Mention.OfMetric mention, Surroundings around, Consumer<State> out) {
    State.Superlative superlative = state.superlative;
    if (superlative.frequent()) {
      return;
    }
    State next = read(state, mention).feature(RANK, state.clause, state.link);
    next.superlative = null;
    if (Measures.isRankedBy(around, superlative.span(), mention.span())) {
      next.feature(RANK_SHOWN);
      next.fact(new Fact.ShowMetric(mention.metric(), mention.span()));
    }
    out.accept(
        next.fact(
            new Fact.SortMetric(
                mention.metric(),
                superlative.descending(),
                Optional.of(superlative.limit()),
                mention.span())));
  }

  private static State read(State state, Mention.OfMetric mention) {
    State next = state.after(mention).feature(WORDS, mention.span().length());
    next.aggregates = List.of();
    next.count = false;
    next.distinct = false;
    return next;
  }
}
