package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.ComparisonOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Words of comparison wait for a number, or sharpen the one before. */
final class ComparisonRule {
  private static final Feature AFTER_NUMBER = Feature.of("compare.after-number");
  private static final Feature MEASURED = Feature.of("compare.measured");
  private static final Feature SHOWN = Feature.of("compare.of-shown");

  void apply(State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.match != null || state.between || state.superlative != null) {
      return;
    }
    switch (mention.kind()) {
      case BETWEEN -> between(next, state, out);
      case TIMES -> times(next, state, mention, out);
      default -> compare(next, state, mention, out);
    }
  }

  private static void between(State next, State state, Consumer<State> out) {
    if (state.number != null) {
      return;
    }
    next.between = true;
    if (state.subject == null && state.measured == null) {
      if (state.lastColumn == null) {
        return;
      }
      next.subject = state.lastColumn;
      next.feature(SHOWN);
    }
    out.accept(next);
  }

  private static void times(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    if (state.waits()) {
      return;
    }
    List<String> parts = List.of(mention.argument().split(" ", -1));
    next.fact(
        new Fact.CountTest(
            Optional.empty(),
            operator(parts.get(0)),
            OperatorRule.numberOf(parts.get(1)),
            mention.span()));
    out.accept(next);
  }

  private static void compare(
      State next, State state, Mention.OfOperator mention, Consumer<State> out) {
    ComparisonOperator operator = operator(mention.argument());
    if (state.number != null) {
      next.compare = operator;
      out.accept(next.feature(AFTER_NUMBER));
      return;
    }
    if (state.compare != null) {
      return;
    }
    if (state.lastFact() instanceof Fact.Condition before
        && before.test() instanceof Test.Compares compares
        && before.span().end() == mention.span().start()
        && compares.operator() == ComparisonOperator.EQUAL) {
      next.facts =
          Chain.plus(
              state.facts.before(),
              new Fact.Condition(
                  before.target(),
                  new Test.Compares(operator, compares.value()),
                  before.negated(),
                  before.joint(),
                  before.span()));
      out.accept(next.feature(AFTER_NUMBER));
      return;
    }
    next.compare = operator;
    if (state.clause == Clause.SHOW) {
      next.clause = Clause.CONDITION;
    }
    if (mention.column().isPresent()) {
      if (state.subject != null) {
        return;
      }
      next.measured = new Target(mention.column().get().table(), mention.column().get().column());
      next.touch(mention.column().get().table());
      next.lastColumn = next.measured;
      out.accept(next.feature(MEASURED, mention.score()));
      return;
    }
    out.accept(next.copy());
    if (state.subject == null && state.lastColumn != null) {
      next.subject = state.lastColumn;
      out.accept(next.feature(SHOWN));
    }
  }

  private static ComparisonOperator operator(String symbol) {
    return Arrays.stream(ComparisonOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }
}
