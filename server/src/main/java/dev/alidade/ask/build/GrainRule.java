package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import java.util.function.Consumer;

/** Rows are grouped by days, weeks, months, quarters or years. */
final class GrainRule implements Rule<Mention.OfGrain> {
  private static final Feature.Family GROUP = new Feature.Family("grain.group");

  @Override
  public void apply(
      State state, Mention.OfGrain mention, Surroundings around, Consumer<State> out) {
    if (!state.grouping || state.match != null) {
      return;
    }
    State next = state.after(mention).feature(GROUP, state.clause, state.link);
    next.grouping = false;
    next.clause = state.shows() ? Clause.CONDITION : Clause.SHOW;
    out.accept(next.fact(new Fact.GroupPeriod(mention.grain(), mention.span())));
  }
}
