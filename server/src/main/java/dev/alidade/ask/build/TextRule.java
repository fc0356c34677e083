package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.Token;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A text in quotes is looked for in a column, or must be the column's value. */
final class TextRule implements Rule<Mention.OfText> {
  private static final Feature MATCH = Feature.of("text.match");
  private static final Feature MATCH_LAST = Feature.of("text.match.last-column");
  private static final Feature MATCH_OPEN = Feature.of("text.match.open");
  private static final Feature WITHIN = Feature.of("text.within-column");
  private static final Set<String> OWNERS = Set.of("their", "its", "the", "his", "her");
  private static final Feature UNKNOWN = Feature.of("text.unknown-value");

  @Override
  public void apply(State state, Mention.OfText mention, Surroundings around, Consumer<State> out) {
    if (state.between || state.number != null) {
      return;
    }
    if (state.match != null) {
      if (mention.quoted() || around.lattice().isContent(mention.span().start())) {
        match(state, mention, out);
      }
      return;
    }
    if (mention.quoted() && !state.waits()) {
      within(state, mention, around, out);
    }
    if (state.subject == null
        || !mention.quoted()
        || state.subjectAggregate != null
        || (state.compare != null && state.compare != ComparisonOperator.EQUAL)) {
      return;
    }
    State next = state.after(mention).feature(UNKNOWN);
    next.subject = null;
    next.negated = false;
    next.compare = null;
    out.accept(
        next.fact(
            new Fact.Condition(
                state.subject,
                new Test.Equals(mention.text()),
                state.negated,
                state.joint,
                mention.span())));
  }

  /** "products with 'stove' in their name": the column that holds the text comes after it. */
  private static void within(
      State state, Mention.OfText mention, Surroundings around, Consumer<State> out) {
    List<Token> tokens = around.lattice().question().tokens();
    int at = mention.span().end();
    if (at >= tokens.size() || !tokens.get(at).is("in")) {
      return;
    }
    at++;
    if (at < tokens.size() && OWNERS.contains(tokens.get(at).lower())) {
      at++;
    }
    for (Mention named :
        at < tokens.size() ? around.lattice().startingAt(at) : List.<Mention>of()) {
      if (named instanceof Mention.OfColumn column
          && column.column().type().kind() == TypeKind.TEXT) {
        Target target = new Target(column.table(), column.column());
        State next = Attachment.read(state, column, around).feature(WITHIN);
        next.negated = false;
        out.accept(
            next.fact(
                new Fact.Condition(
                    target,
                    new Test.Matches(TextMatchKind.CONTAINS, mention.text()),
                    state.negated,
                    state.joint,
                    mention.span())));
      }
    }
  }

  private static void match(State state, Mention.OfText mention, Consumer<State> out) {
    State next = state.after(mention);
    next.match = null;
    next.negated = false;
    next.subject = null;
    if (state.subject != null) {
      out.accept(next.feature(MATCH).fact(condition(state, state.subject, mention)));
      return;
    }
    if (state.lastColumn != null) {
      out.accept(next.copy().feature(MATCH_LAST).fact(condition(state, state.lastColumn, mention)));
    }
    out.accept(
        next.feature(MATCH_OPEN)
            .fact(new Fact.OpenMatch(state.match, mention.text(), state.negated, mention.span())));
  }

  private static Fact condition(State state, Target target, Mention.OfText mention) {
    return new Fact.Condition(
        target,
        new Test.Matches(state.match, mention.text()),
        state.negated,
        state.joint,
        mention.span());
  }
}
