package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.TokenKind;
import java.util.function.Consumer;

/** A stored value restricts its column. */
final class ValueRule implements Rule<Mention.OfValue> {
  private static final Feature SCORE = Feature.of("value.score");
  private static final Feature WORDS = Feature.of("value.words");
  private static final Feature EXACT = Feature.of("value.exact");
  private static final Feature QUOTED = Feature.of("value.quoted");
  private static final Feature CAPITAL = Feature.of("value.capital");
  private static final Feature LOWER = Feature.of("value.lower");
  private static final Feature NUMBER = Feature.of("value.number");
  private static final Feature KEY = Feature.of("value.key");
  private static final Feature NAMES_ROW = Feature.of("value.names-row");
  private static final Feature REFERS = Feature.of("value.refers");
  private static final Feature.Family OF_SUBJECT = new Feature.Family("value.of-subject");
  private static final Feature.Family PART = new Feature.Family("value.part");
  private static final Feature FULL_NAME = Feature.of("value.full-name");
  private static final Feature SAME_NAME = Feature.of("value.same-name");
  private static final Feature.Family ALONE = new Feature.Family("value.alone");
  private static final Feature OR_SAME = Feature.of("value.or.same-column");
  private static final Feature AND_SAME = Feature.of("value.and.same-column");
  private static final Feature JOINED_SAME = Feature.of("value.joined.same-column");
  private static final Feature JOINED_OTHER = Feature.of("value.joined.other-column");

  @Override
  public void apply(
      State state, Mention.OfValue mention, Surroundings around, Consumer<State> out) {
    if (state.match != null
        || state.between
        || state.number != null
        || state.clause == Clause.SORT
        || state.subjectAggregate != null) {
      return;
    }
    Target target = new Target(mention.table(), mention.column());
    if (state.subject != null) {
      boolean same = state.subject.isSame(target);
      boolean sameName = state.subject.column().name().equalsIgnoreCase(target.column().name());
      if (!same && !sameName) {
        return;
      }
      State next = read(state, mention, around).feature(OF_SUBJECT, state.clause, state.link);
      if (!same) {
        next.feature(SAME_NAME);
      }
      conclude(next, state, target, mention, out);
      return;
    }
    if (state.compare != null && state.compare != ComparisonOperator.EQUAL) {
      return;
    }
    State next = read(state, mention, around).feature(ALONE, state.clause, state.link);
    conclude(next, state, target, mention, out);
  }

  /** Values that hold the words restrict their column. */
  void applyPart(State state, Mention.OfPart mention, Surroundings around, Consumer<State> out) {
    if (state.waits() || state.clause == Clause.SORT) {
      return;
    }
    Target target = new Target(mention.table(), mention.column());
    State next = state.after(mention).feature(PART, state.clause, state.link);
    Attachment.attach(
        next, mention.table(), mention.span().start(), mention.span().end() - 1, around);
    next.lastColumn = target;
    next.negated = false;
    next.joint = Fact.Joint.AND;
    Test test = new Test.Matches(TextMatchKind.CONTAINS, mention.text());
    out.accept(
        next.fact(new Fact.Condition(target, test, state.negated, state.joint, mention.span())));
  }

  /** Both parts of a full name restrict their columns. */
  void applyFullName(
      State state, Mention.OfFullName mention, Surroundings around, Consumer<State> out) {
    if (state.match != null
        || state.between
        || state.number != null
        || state.clause == Clause.SORT
        || state.subjectAggregate != null
        || (state.compare != null && state.compare != ComparisonOperator.EQUAL)) {
      return;
    }
    Mention.OfValue first = mention.first();
    Mention.OfValue last = mention.last();
    State next = read(state, first, around).feature(FULL_NAME);
    next.used = Chain.plus(state.used, mention);
    next.subject = null;
    next.negated = false;
    next.compare = null;
    next.joint = Fact.Joint.AND;
    Target firstTarget = new Target(first.table(), first.column());
    Target lastTarget = new Target(last.table(), last.column());
    out.accept(
        next.fact(condition(firstTarget, first, state, Fact.Joint.AND))
            .fact(condition(lastTarget, last, state, Fact.Joint.AND)));
  }

  private static void conclude(
      State next, State state, Target target, Mention.OfValue mention, Consumer<State> out) {
    next.subject = null;
    next.compare = null;
    next.negated = false;
    next.joint = Fact.Joint.AND;
    Fact.Joint joint = state.joint;
    if (state.lastFact() instanceof Fact.Condition before
        && before.test() instanceof Test.Equals
        && (state.link == Link.AND || state.link == Link.OR || state.link == Link.COMMA)) {
      if (before.target().isSame(target)) {
        next.feature(JOINED_SAME);
        if (joint == Fact.Joint.AND) {
          State either = next.copy().feature(OR_SAME);
          out.accept(either.fact(condition(target, mention, state, Fact.Joint.OR)));
          next.feature(AND_SAME);
        }
      } else {
        next.feature(JOINED_OTHER);
      }
    }
    out.accept(next.fact(condition(target, mention, state, joint)));
  }

  private static Fact condition(
      Target target, Mention.OfValue mention, State state, Fact.Joint joint) {
    return new Fact.Condition(
        target, new Test.Equals(mention.value()), state.negated, joint, mention.span());
  }

  private static State read(State state, Mention.OfValue mention, Surroundings around) {
    State next = state.after(mention);
    next.feature(SCORE, mention.score()).feature(WORDS, mention.span().length());
    if (mention.exact()) {
      next.feature(EXACT);
    }
    Question question = around.lattice().question();
    var first = question.tokens().get(mention.span().start());
    next.feature(
        first.kind() == TokenKind.QUOTED
            ? QUOTED
            : first.kind() == TokenKind.NUMBER ? NUMBER : first.isCapitalized() ? CAPITAL : LOWER);
    if (mention.column().name().toLowerCase(java.util.Locale.ROOT).endsWith("id")) {
      next.feature(KEY);
    }
    Target target = new Target(mention.table(), mention.column());
    if (around.names(target)) {
      next.feature(NAMES_ROW);
    } else if (around.refers(target)) {
      next.feature(REFERS);
    }
    Attachment.attach(
        next, mention.table(), mention.span().start(), mention.span().end() - 1, around);
    next.lastColumn = new Target(mention.table(), mention.column());
    return next;
  }
}
