package dev.alidade.learn;

import dev.alidade.ask.PastTurn;
import dev.alidade.base.Caller;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What callers said of answers, in our own database. */
final class FeedbackStore {
  private static final int MOST_LISTED = 200;

  private final Database database;
  private final Clock clock;

  FeedbackStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One caller's word on one answer. */
  record Said(
      String turn,
      String caller,
      Optional<String> source,
      String question,
      Optional<String> sql,
      Verdict verdict,
      Optional<String> note,
      Instant at) {}

  /** The latest word on a turn counts. */
  void say(Caller caller, PastTurn turn, Verdict verdict, Optional<String> note) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO feedback
                          (turn, conversation, caller, source, question, sql, verdict, note, given_at)
                        VALUES
                          (:turn, :conversation, :caller, :source, :question, :sql, :verdict, :note, :now)
                        ON CONFLICT (turn) DO UPDATE SET verdict = excluded.verdict,
                          note = excluded.note, given_at = excluded.given_at
                        """)
                    .bind("turn", turn.turn())
                    .bind("conversation", turn.conversation())
                    .bind("caller", caller.name())
                    .bind("source", turn.source().orElse(null))
                    .bind("question", turn.asks().orElse(turn.question()))
                    .bind("sql", turn.sql().orElse(null))
                    .bind("verdict", Row.written(verdict))
                    .bind("note", note.orElse(null))
                    .bind("now", clock.instant().toEpochMilli())
                    .execute());
  }

  /** The latest first. */
  List<Said> latest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM feedback ORDER BY given_at DESC, turn LIMIT :most")
                    .bind("most", MOST_LISTED)
                    .mapToMap()
                    .map(columns -> read(new Row(columns)))
                    .list());
  }

  private static Said read(Row row) {
    return new Said(
        row.text("turn"),
        row.text("caller"),
        row.maybe("source"),
        row.text("question"),
        row.maybe("sql"),
        row.word("verdict", Verdict.class),
        row.maybe("note"),
        row.at("given_at"));
  }
}
