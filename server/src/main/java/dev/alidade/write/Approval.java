package dev.alidade.write;

import dev.alidade.base.Caller;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A write that somebody proposed, word for word, and what became of it.
 *
 * @param proposer who proposed it, through which door, with which roles
 * @param statement as it was written, with the values to bind
 * @param preview what it would have done when it was last tried
 * @param decidedBy who approved or refused it
 * @param note why it was refused, or how it failed
 */
record Approval(
    String id,
    Caller proposer,
    WriteInput statement,
    WritePreview preview,
    ApprovalState state,
    Instant proposedAt,
    Instant expiresAt,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> note) {
  Approval {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(proposer, "proposer");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(preview, "preview");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(proposedAt, "proposedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(decidedBy, "decidedBy");
    Objects.requireNonNull(decidedAt, "decidedAt");
    Objects.requireNonNull(note, "note");
  }

  /** Its state at a moment: what nobody decided in time is over. */
  ApprovalState state(Instant now) {
    return state == ApprovalState.PENDING && now.isAfter(expiresAt) ? ApprovalState.EXPIRED : state;
  }

  boolean isOf(Caller caller) {
    return proposer.name().equals(caller.name());
  }
}
