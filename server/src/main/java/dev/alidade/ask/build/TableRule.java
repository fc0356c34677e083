package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.sql.TableName;
import java.util.Optional;
import java.util.function.Consumer;

/** A table is counted, grouped by, ranked by its number of rows, shown, or takes part. */
final class TableRule implements Rule<Mention.OfTable> {
  private static final Feature SCORE = Feature.of("table.score");
  private static final Feature WORDS = Feature.of("table.words");
  private static final Feature.Family COUNT = new Feature.Family("table.count");
  private static final Feature.Family GROUP = new Feature.Family("table.group");
  private static final Feature GROUP_ON = Feature.of("table.group.on");
  private static final Feature.Family RANK = new Feature.Family("table.rank");
  private static final Feature.Family TEST = new Feature.Family("table.test");
  private static final Feature.Family EXCLUDE = new Feature.Family("table.exclude");
  private static final Feature.Family SHOW = new Feature.Family("table.show");
  private static final Feature.Family TOUCH = new Feature.Family("table.touch");
  private static final Feature RANKED = Feature.of("table.ranked");
  private static final Feature RANK_SHOWN = Feature.of("table.rank.shown");
  private static final Feature COUNT_IMPLIED = Feature.of("table.count.implied");
  private static final Feature AGAIN = Feature.of("table.touch.again");

  @Override
  public void apply(
      State state, Mention.OfTable mention, Surroundings around, Consumer<State> out) {
    if (state.match != null || state.between) {
      return;
    }
    TableName table = mention.table();
    if (state.count) {
      State next = read(state, mention).feature(COUNT, state.clause, state.link);
      boolean distinct = state.distinct;
      next.count = false;
      next.distinct = false;
      out.accept(
          next.fact(
              new Fact.ShowCount(Optional.of(table), Optional.empty(), distinct, mention.span())));
    }
    if (state.grouping) {
      State next = read(state, mention).feature(GROUP, state.clause, state.link);
      next.grouping = false;
      next.clause = state.shows() ? Clause.CONDITION : Clause.SHOW;
      out.accept(next.fact(new Fact.GroupTable(table, true, mention.span())));
    }
    if (state.mayGroupOn()) {
      State next = read(state, mention).feature(GROUP_ON);
      out.accept(next.fact(new Fact.GroupTable(table, true, mention.span())));
    }
    if (state.superlative != null && !state.shows() && Measures.isBy(around, mention.span())) {
      // "top 5 products by ...": what is ranked comes before what it is ranked by.
      out.accept(
          read(state, mention)
              .feature(RANKED)
              .fact(new Fact.ShowTable(table, false, mention.span())));
    }
    if (isCounted(state) && Measures.isDivided(around, mention.span())) {
      out.accept(
          read(state, mention)
              .feature(COUNT_IMPLIED)
              .fact(
                  new Fact.ShowCount(Optional.of(table), Optional.empty(), false, mention.span())));
    }
    if (state.superlative != null && !state.superlative.ofValue() && !state.count) {
      State next = read(state, mention).feature(RANK, state.clause, state.link);
      State.Superlative superlative = state.superlative;
      next.superlative = null;
      if (state.shows() && Measures.isRankedBy(around, superlative.span(), mention.span())) {
        next.feature(RANK_SHOWN);
        next.fact(new Fact.ShowCount(Optional.of(table), Optional.empty(), false, mention.span()));
      }
      out.accept(
          next.fact(
              new Fact.SortCount(
                  Optional.of(table),
                  Optional.empty(),
                  superlative.descending(),
                  Optional.of(superlative.limit()),
                  mention.span())));
    }
    if (state.number != null && state.subject == null) {
      test(state, mention, out);
    }
    if (state.negated && state.subject == null) {
      State next = read(state, mention).feature(EXCLUDE, state.clause, state.link);
      next.negated = false;
      out.accept(next.fact(new Fact.Touch(table, true, mention.span())));
    }
    if (state.clause == Clause.SHOW && !state.count && !state.grouping && state.subject == null) {
      State next = read(state, mention).feature(SHOW, state.clause, state.link);
      next.distinct = false;
      out.accept(next.fact(new Fact.ShowTable(table, state.distinct, mention.span())));
    }
    if (state.subject == null && !state.grouping) {
      State next = read(state, mention).feature(TOUCH, state.clause, state.link);
      if (state.tables.contains(table)) {
        next.feature(AGAIN);
      }
      out.accept(next.fact(new Fact.Touch(table, false, mention.span())));
    }
  }

  /** Whether nothing was said of the table that comes first in a question. */
  private static boolean isCounted(State state) {
    return state.facts == null && state.clause == Clause.SHOW && !state.waits() && !state.count;
  }

  private static void test(State state, Mention.OfTable mention, Consumer<State> out) {
    State next = read(state, mention).feature(TEST, state.clause, state.link);
    next.number = null;
    next.numberSpan = null;
    next.compare = null;
    next.count = false;
    next.superlative = null;
    out.accept(
        next.fact(
            new Fact.CountTest(
                Optional.of(mention.table()),
                state.compare == null
                    ? dev.alidade.ask.plan.ComparisonOperator.EQUAL
                    : state.compare,
                state.number,
                mention.span())));
  }

  private static State read(State state, Mention.OfTable mention) {
    State next = state.after(mention);
    next.feature(SCORE, mention.score()).feature(WORDS, mention.span().length());
    return next.touch(mention.table());
  }
}
