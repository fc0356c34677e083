package dev.alidade.learn;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody proposed that a source learns, and what became of it.
 *
 * @param through the door; "mcp" is a model or an agent
 * @param turn the latest turn that speaks for it
 * @param times how many turns do
 */
record Proposal(
    String id,
    String source,
    Lesson lesson,
    String proposedBy,
    String through,
    Instant proposedAt,
    Optional<String> turn,
    int times,
    Optional<String> note,
    ProposalState state,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> reason) {
  Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(lesson, "lesson");
    Objects.requireNonNull(proposedBy, "proposedBy");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(proposedAt, "proposedAt");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(decidedBy, "decidedBy");
    Objects.requireNonNull(decidedAt, "decidedAt");
    Objects.requireNonNull(reason, "reason");
  }
}
