package dev.alidade.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.Caller;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Approvals in our own database. */
final class ApprovalStore {
  private static final int MOST_LISTED = 200;

  private final Database database;

  ApprovalStore(Database database) {
    this.database = database;
  }

  /** What is kept as JSON: who proposed what, and what it would do. */
  record Proposal(
      Set<String> roles,
      Map<String, String> attributes,
      WriteInput statement,
      WritePreview preview) {}

  void add(Approval approval) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO approval
                          (id, proposer, door, proposal, state, proposed_at, expires_at)
                        VALUES (:id, :proposer, :door, :proposal, :state, :proposed, :expires)
                        """)
                    .bind("id", approval.id())
                    .bind("proposer", approval.proposer().name())
                    .bind("door", approval.proposer().door())
                    .bind("proposal", proposal(approval))
                    .bind("state", Row.written(approval.state()))
                    .bind("proposed", approval.proposedAt().toEpochMilli())
                    .bind("expires", approval.expiresAt().toEpochMilli())
                    .execute());
  }

  /** Changes the state if it is still the one that is known; false where somebody was faster. */
  boolean change(
      Approval approval, ApprovalState next, Optional<String> by, Instant at, String note) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                        .createUpdate(
                            """
                            UPDATE approval SET state = :next, decided_by = :by, decided_at = :at,
                              note = :note
                            WHERE id = :id AND state = :state
                            """)
                        .bind("next", Row.written(next))
                        .bind("by", by.orElse(null))
                        .bind("at", by.map(ignored -> at.toEpochMilli()).orElse(null))
                        .bind("note", note.isEmpty() ? null : note)
                        .bind("id", approval.id())
                        .bind("state", Row.written(approval.state()))
                        .execute()
                    == 1);
  }

  /** Waits again, for a decision on another preview. */
  void renew(Approval approval) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE approval SET state = 'pending', decided_by = NULL,
                          decided_at = NULL, proposal = :proposal
                        WHERE id = :id
                        """)
                    .bind("proposal", proposal(approval))
                    .bind("id", approval.id())
                    .execute());
  }

  Optional<Approval> find(String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM approval WHERE id = :id")
                    .bind("id", id)
                    .mapToMap()
                    .map(ApprovalStore::read)
                    .findOne());
  }

  /** The latest first. */
  List<Approval> latest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM approval ORDER BY proposed_at DESC, id LIMIT :most")
                    .bind("most", MOST_LISTED)
                    .mapToMap()
                    .map(ApprovalStore::read)
                    .list());
  }

  /** How many of a proposer still wait. */
  int waiting(String proposer, Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM approval
                        WHERE proposer = :proposer AND state = 'pending' AND expires_at > :now
                        """)
                    .bind("proposer", proposer)
                    .bind("now", now.toEpochMilli())
                    .mapTo(Integer.class)
                    .one());
  }

  private static String proposal(Approval approval) {
    Caller proposer = approval.proposer();
    try {
      return Json.mapper()
          .writeValueAsString(
              new Proposal(
                  proposer.roles(),
                  proposer.attributes(),
                  approval.statement(),
                  approval.preview()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Approval read(Map<String, Object> columns) {
    Row row = new Row(columns);
    try {
      Proposal proposal = Json.mapper().readValue(row.text("proposal"), Proposal.class);
      return new Approval(
          row.text("id"),
          new Caller(
              row.text("proposer"), proposal.roles(), proposal.attributes(), row.text("door")),
          proposal.statement(),
          proposal.preview(),
          row.word("state", ApprovalState.class),
          row.at("proposed_at"),
          row.at("expires_at"),
          row.maybe("decided_by"),
          row.moment("decided_at"),
          row.maybe("note"));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("an approval in the store cannot be read", damaged);
    }
  }
}
