package dev.alidade.ask.build;

import dev.alidade.ask.ground.Mention;
import dev.alidade.sql.TableName;
import java.util.Set;

/** How well a column or value goes with the tables that the question names. */
final class Attachment {
  private static final Feature SCORE = Feature.of("column.score");
  private static final Feature FULL = Feature.of("column.full");
  private static final Feature WORDS = Feature.of("column.words");
  private static final Feature KEY = Feature.of("column.key");
  private static final Feature TOUCHED = Feature.of("attach.touched");
  private static final Feature MENTIONED = Feature.of("attach.mentioned");
  private static final Feature NEXT = Feature.of("attach.next");
  private static final Feature PREVIOUS = Feature.of("attach.previous");
  private static final Feature NEW = Feature.of("attach.new");
  private static final Feature FIRST = Feature.of("attach.first");

  private static final Feature OWNED = Feature.of("column.of-named");
  private static final Feature OWNED_BY_OTHER = Feature.of("column.of-other");
  private static final Feature BESIDE = Feature.of("column.beside-named");
  private static final Feature BESIDE_OTHER = Feature.of("column.beside-other");

  private Attachment() {}

  /** The reading after a column was read. */
  static State read(State state, Mention.OfColumn mention, Surroundings around) {
    State next = state.after(mention);
    next.feature(SCORE, mention.score()).feature(WORDS, mention.span().length());
    if (mention.full()) {
      next.feature(FULL);
    }
    if (isKey(new Target(mention.table(), mention.column()))) {
      next.feature(KEY);
    }
    own(next, mention.table(), around.ownersAfter(mention.span()), OWNED, OWNED_BY_OTHER);
    own(next, mention.table(), around.ownersBefore(mention.span()), BESIDE, BESIDE_OTHER);
    attach(next, mention.table(), mention.span().start(), mention.span().end() - 1, around);
    next.lastColumn = new Target(mention.table(), mention.column());
    return next;
  }

  private static void own(
      State next, TableName table, Set<TableName> owners, Feature same, Feature other) {
    if (!owners.isEmpty()) {
      next.feature(owners.contains(table) ? same : other);
    }
  }

  static boolean isKey(Target target) {
    return target.column().name().toLowerCase(java.util.Locale.ROOT).endsWith("id");
  }

  /** Adds what speaks for and against the table at this place. */
  static void attach(
      State next, TableName table, int firstToken, int lastToken, Surroundings around) {
    if (next.tables.contains(table)) {
      next.feature(TOUCHED);
    } else if (around.salience(table) > 0) {
      next.feature(MENTIONED, around.salience(table));
    } else if (next.tables.isEmpty()) {
      next.feature(FIRST);
    } else {
      next.feature(NEW);
    }
    if (around.isNext(table, lastToken)) {
      next.feature(NEXT);
    }
    if (around.isPrevious(table, firstToken)) {
      next.feature(PREVIOUS);
    }
    next.touch(table);
  }
}
