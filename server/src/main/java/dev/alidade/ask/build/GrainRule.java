package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.AggregateFunction;
import java.util.List;
import java.util.function.Consumer;

/** Rows are grouped by days, weeks, months, quarters or years. */
final class GrainRule implements Rule<Mention.OfGrain> {
  private static final Feature.Family GROUP = new Feature.Family("grain.group");
  private static final Feature ON = Feature.of("grain.group.on");
  private static final Feature ADVERB = Feature.of("grain.adverb");
  private static final Feature AVERAGED = Feature.of("grain.averaged");
  private static final Feature ASKED = Feature.of("grain.asked");

  @Override
  public void apply(
      State state, Mention.OfGrain mention, Surroundings around, Consumer<State> out) {
    if (state.match != null) {
      return;
    }
    if (state.grouping) {
      State next = state.after(mention).feature(GROUP, state.clause, state.link);
      next.grouping = false;
      next.clause = state.shows() ? Clause.CONDITION : Clause.SHOW;
      out.accept(group(next, mention));
      return;
    }
    if (state.mayGroupOn()) {
      out.accept(group(state.after(mention).feature(ON), mention));
      return;
    }
    if (isAdverb(mention, around)) {
      adverb(state, mention, out);
      return;
    }
    boolean limited = state.number != null && !state.waitsBesideNumber();
    if (state.clause == Clause.SHOW
        && !state.shows()
        && (limited || !state.waits())
        && !state.count) {
      State next = state.after(mention).feature(ASKED);
      next.clause = Clause.CONDITION;
      out.accept(group(next, mention));
    }
  }

  /** "Monthly revenue"; on average it is all of it, divided by the number of months. */
  private static void adverb(State state, Mention.OfGrain mention, Consumer<State> out) {
    State next = group(state.after(mention).feature(ADVERB), mention);
    if (state.aggregates.isEmpty()) {
      out.accept(next);
      return;
    }
    if (state.aggregates.equals(List.of(AggregateFunction.AVERAGE)) && !state.waitsForMore()) {
      next.aggregates = List.of();
      out.accept(next.fact(new Fact.AverageOver(mention.span())).feature(AVERAGED));
    }
  }

  private static State group(State next, Mention.OfGrain mention) {
    return next.fact(new Fact.GroupPeriod(mention.cut(), mention.span()));
  }

  /** "monthly", "quarterly": no other word is needed to group by it. */
  private static boolean isAdverb(Mention.OfGrain mention, Surroundings around) {
    String word = around.lattice().question().tokens().get(mention.span().start()).lower();
    return word.endsWith("ly") || word.equals("annual");
  }
}
