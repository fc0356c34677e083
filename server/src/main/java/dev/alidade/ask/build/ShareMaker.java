package dev.alidade.ask.build;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Says which part of the rows a share is of: what the question restricts them by last. */
final class ShareMaker {
  private static final Feature SHARE_OF_ROWS = Feature.of("across.share-of-rows");
  private static final Feature SHARE_OF_RELATED = Feature.of("across.share-of-related");

  private final JoinGraph graph;

  ShareMaker(JoinGraph graph) {
    this.graph = graph;
  }

  /** The draft with the share of rows in the place of a number; empty where nothing is a part. */
  Optional<Draft> ofRows(Draft draft, int at, Words words) {
    Fact.Condition condition = null;
    for (Fact.Condition one : draft.conditions) {
      condition = condition == null || isLater(one, condition) ? one : condition;
    }
    Fact.Touch touch = null;
    for (Fact.Touch one : draft.touches) {
      boolean restricts = one.negated() || !graph.belongs(draft.root, one.table());
      touch = restricts && (touch == null || isLater(one, touch)) ? one : touch;
    }
    if (touch != null && (condition == null || isLater(touch, condition))) {
      return related(draft, new Draft.Part(at, touch.table(), touch.negated(), List.of(), words));
    }
    if (condition == null || condition.joint() == Fact.Joint.OR) {
      return Optional.empty();
    }
    TableName table = condition.target().table();
    draft.conditions.remove(condition);
    if (graph.isToOne(draft.root, table)) {
      draft.hard.add(table);
      Predicate where = Conditions.predicate(condition);
      draft.outputs.set(at, Expressions.share(draft.outputs.get(at), where, words));
      return Optional.of(draft.feature(SHARE_OF_ROWS, 1));
    }
    Fact.Condition holds =
        new Fact.Condition(
            condition.target(), condition.test(), false, Fact.Joint.AND, condition.span());
    return related(draft, new Draft.Part(at, table, condition.negated(), List.of(holds), words));
  }

  /** The part is of those rows that have others: only rows themselves can be counted so. */
  private Optional<Draft> related(Draft draft, Draft.Part part) {
    Expression measure = draft.outputs.get(part.output()).expression();
    boolean counts =
        measure instanceof Expression.Aggregate aggregate && aggregate.argument().isEmpty();
    if (!counts) {
      return Optional.empty();
    }
    // They say of which rows the part is, so they must not restrict the whole.
    draft.touches.removeIf(
        touch ->
            touch.table().equals(part.table())
                || (!touch.negated() && !graph.isToOne(draft.root, touch.table())));
    draft.part = part;
    return Optional.of(draft.feature(SHARE_OF_RELATED, 1));
  }

  private static boolean isLater(Fact one, Fact other) {
    return one.span().start() > other.span().start();
  }
}
