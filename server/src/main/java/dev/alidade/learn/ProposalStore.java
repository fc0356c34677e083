package dev.alidade.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.Caller;
import dev.alidade.base.RandomId;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import dev.alidade.store.SeenLately;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Proposals in our own database, each once however often it was made. */
final class ProposalStore {
  private static final int MOST_LISTED = 200;
  private static final String SELECT =
      """
      SELECT proposal.*,
        (SELECT count(*) FROM proposal_turn WHERE proposal = proposal.id) AS times,
        (SELECT turn FROM proposal_turn WHERE proposal = proposal.id
          ORDER BY proposed_at DESC, turn LIMIT 1) AS turn
      FROM proposal
      """;

  private final Database database;
  private final Clock clock;
  private final SeenLately<String> approved;

  ProposalStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.approved = new SeenLately<>(clock);
  }

  /** The turn of a conversation that speaks for a proposal. */
  record Spoken(String conversation, String turn) {}

  /** Proposes a lesson, or counts it where it was proposed before, whatever became of it. */
  Proposal propose(
      Caller caller, String source, Lesson lesson, Spoken spoken, Optional<String> note) {
    long now = clock.instant().toEpochMilli();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      INSERT INTO proposal (id, source, kind, same, lesson, proposed_by,
                        proposed_through, proposed_at, note, state)
                      VALUES (:id, :source, :kind, :same, :lesson, :by, :through, :now, :note,
                        'pending')
                      ON CONFLICT (source, kind, same)
                        DO UPDATE SET note = COALESCE(excluded.note, note)
                      """)
                  .bind("id", RandomId.next("pro"))
                  .bind("source", source)
                  .bind("kind", Row.written(lesson.kind()))
                  .bind("same", lesson.same())
                  .bind("lesson", written(lesson))
                  .bind("by", caller.name())
                  .bind("through", caller.door())
                  .bind("now", now)
                  .bind("note", note.orElse(null))
                  .execute();
              Proposal proposal = find(handle, source, lesson);
              handle.execute(
                  """
                  INSERT INTO proposal_turn (proposal, turn, conversation, proposed_at)
                  VALUES (?, ?, ?, ?) ON CONFLICT (proposal, turn) DO NOTHING
                  """,
                  proposal.id(),
                  spoken.turn(),
                  spoken.conversation(),
                  now);
              return find(handle, source, lesson);
            });
  }

  private static Proposal find(Handle handle, String source, Lesson lesson) {
    return handle
        .createQuery(SELECT + "WHERE source = :source AND kind = :kind AND same = :same")
        .bind("source", source)
        .bind("kind", Row.written(lesson.kind()))
        .bind("same", lesson.same())
        .mapToMap()
        .stream()
        .flatMap(ProposalStore::read)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A turn no longer speaks for other verified questions than {@code kept}; what nothing speaks for
   * and nobody decided goes.
   */
  void takeBack(String turn, Optional<String> kept) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  DELETE FROM proposal_turn WHERE turn = ? AND proposal IN
                    (SELECT id FROM proposal WHERE kind = 'verified_question' AND id <> ?)
                  """,
                  turn,
                  kept.orElse(""));
              handle.execute(
                  """
                  DELETE FROM proposal WHERE state = 'pending'
                    AND id NOT IN (SELECT proposal FROM proposal_turn)
                  """);
            });
  }

  Optional<Proposal> find(String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery(SELECT + "WHERE id = :id").bind("id", id).mapToMap().stream()
                    .flatMap(ProposalStore::read)
                    .findFirst());
  }

  /** Those that wait first, the most wanted of them first; then the latest decided. */
  List<Proposal> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + "ORDER BY state <> 'pending', decided_at DESC, times DESC, proposed_at DESC, id LIMIT :most")
                    .bind("most", MOST_LISTED)
                    .mapToMap()
                    .stream()
                    .flatMap(ProposalStore::read)
                    .toList());
  }

  /** Verified questions of a source that were approved, the latest first. */
  List<Proposal> approvedQuestions(String source) {
    return questions(source, ProposalState.APPROVED);
  }

  /** A word that changes with {@link #approvedQuestions}, and costs less. */
  String versionOfApproved(String source) {
    return approved.of(source, () -> readVersionOfApproved(source));
  }

  private String readVersionOfApproved(String source) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) || ' ' || coalesce(max(decided_at), 0) || ' '
                          || coalesce(sum(decided_at), 0)
                        FROM proposal WHERE source = :source AND kind = 'verified_question'
                          AND state = :state
                        """)
                    .bind("source", source)
                    .bind("state", Row.written(ProposalState.APPROVED))
                    .mapTo(String.class)
                    .one());
  }

  /** Verified questions of a source that nobody has decided on. */
  List<Proposal> waitingQuestions(String source) {
    return questions(source, ProposalState.PENDING);
  }

  private List<Proposal> questions(String source, ProposalState state) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            WHERE source = :source AND kind = 'verified_question'
                              AND state = :state
                            ORDER BY decided_at DESC, proposed_at, id
                            """)
                    .bind("source", source)
                    .bind("state", Row.written(state))
                    .mapToMap()
                    .stream()
                    .flatMap(ProposalStore::read)
                    .toList());
  }

  /** How many of somebody's wait. */
  int waiting(Caller by) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM proposal WHERE state = 'pending' AND proposed_by = :by")
                    .bind("by", by.name())
                    .mapTo(Integer.class)
                    .one());
  }

  /** Changes the state if it is still the one that is known; false where somebody was faster. */
  boolean decide(Proposal known, ProposalState next, Caller by, Optional<String> reason) {
    boolean decided =
        database
                .jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createUpdate(
                                """
                            UPDATE proposal SET state = :next, decided_by = :by,
                              decided_at = :now, reason = :reason
                            WHERE id = :id AND state = :state
                            """)
                            .bind("next", Row.written(next))
                            .bind("by", by.name())
                            .bind("now", clock.instant().toEpochMilli())
                            .bind("reason", reason.orElse(null))
                            .bind("id", known.id())
                            .bind("state", Row.written(known.state()))
                            .execute())
            == 1;
    approved.changed(known.source());
    return decided;
  }

  private static String written(Lesson lesson) {
    try {
      return Json.mapper().writerFor(Lesson.class).writeValueAsString(lesson);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What an older release wrote may no longer be a plan; then there is no such proposal. */
  private static Stream<Proposal> read(Map<String, Object> columns) {
    Row row = new Row(columns);
    try {
      return Stream.of(
          new Proposal(
              row.text("id"),
              row.text("source"),
              Json.mapper().readValue(row.text("lesson"), Lesson.class),
              row.text("proposed_by"),
              row.text("proposed_through"),
              row.at("proposed_at"),
              row.maybe("turn"),
              row.number("times"),
              row.maybe("note"),
              row.word("state", ProposalState.class),
              row.maybe("decided_by"),
              row.moment("decided_at"),
              row.maybe("reason")));
    } catch (JsonProcessingException older) {
      return Stream.empty();
    }
  }
}
