package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.AggregateFunction;
import java.util.Optional;
import java.util.function.Consumer;

/** A column behind a superlative: rows are ranked by it, or its values by how often they occur. */
final class ColumnRanking {
  private static final Feature.Family RANK = new Feature.Family("column.rank");
  private static final Feature RANK_NUMBER = Feature.of("column.rank.number");
  private static final Feature RANK_TEXT = Feature.of("column.rank.text");
  private static final Feature.Family FREQUENT = new Feature.Family("column.frequent");
  private static final Feature RANKED = Feature.of("column.ranked");
  private static final Feature RANK_TOTAL = Feature.of("column.rank.total");

  private ColumnRanking() {}

  /** Gives every reading that continues with the column. */
  static void apply(
      State state,
      Mention.OfColumn mention,
      Target target,
      Surroundings around,
      Consumer<State> out) {
    State.Superlative superlative = state.superlative;
    if (!ColumnRule.isNumeric(target) && !state.shows() && Measures.isBy(around, mention.span())) {
      // "top 5 categories by ...": what is ranked comes before what it is ranked by.
      out.accept(
          Attachment.read(state, mention, around)
              .feature(RANKED)
              .fact(new Fact.Show(target, Optional.empty(), false, mention.span())));
    }
    boolean total =
        state.shows()
            && Measures.isAdditive(target.column())
            && Measures.isRankedBy(around, superlative.span(), mention.span());
    if (total) {
      State added = Attachment.read(state, mention, around).feature(RANK_TOTAL);
      added.superlative = null;
      Optional<AggregateFunction> sum = Optional.of(AggregateFunction.SUM);
      added.fact(new Fact.Show(target, sum, false, mention.span()));
      out.accept(
          added.fact(
              new Fact.SortColumn(
                  Optional.of(target),
                  sum,
                  superlative.descending(),
                  Optional.of(superlative.limit()),
                  mention.span())));
    }
    if (total && isOfOther(state, target)) {
      return;
    }
    State next = Attachment.read(state, mention, around);
    next.superlative = null;
    next.clause = state.clause;
    if (superlative.frequent()) {
      next.feature(FREQUENT, state.clause, state.link);
      if (!state.shows()) {
        next.fact(new Fact.Show(target, Optional.empty(), false, mention.span()));
      }
      next.fact(
          new Fact.SortCount(
              Optional.empty(),
              Optional.of(target),
              superlative.descending(),
              Optional.of(superlative.limit()),
              mention.span()));
      out.accept(next);
      return;
    }
    next.feature(RANK, state.clause, state.link);
    next.feature(
        ColumnRule.isNumeric(target) || target.column().type().kind().isTemporal()
            ? RANK_NUMBER
            : RANK_TEXT);
    next.fact(
        new Fact.SortColumn(
            Optional.of(target),
            Optional.empty(),
            superlative.descending(),
            Optional.of(superlative.limit()),
            mention.span()));
    out.accept(next);
    if (!ColumnRule.isNumeric(target) && !superlative.ofValue()) {
      State counted =
          Attachment.read(state, mention, around).feature(FREQUENT, state.clause, state.link);
      counted.superlative = null;
      counted.fact(
          new Fact.SortCount(
              Optional.empty(),
              Optional.of(target),
              superlative.descending(),
              Optional.of(superlative.limit()),
              mention.span()));
      out.accept(counted);
    }
  }

  /** Whether what was shown last is of another table. */
  private static boolean isOfOther(State state, Target target) {
    return switch (state.lastFact()) {
      case Fact.ShowTable shown -> !shown.table().equals(target.table());
      case Fact.Show shown -> !shown.target().table().equals(target.table());
      case null, default -> false;
    };
  }
}
