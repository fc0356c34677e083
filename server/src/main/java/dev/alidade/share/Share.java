package dev.alidade.share;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A link to what its owner was answered in a conversation until a moment. */
record Share(
    String id, String conversation, String owner, Instant sharedAt, Optional<Instant> expiresAt) {
  Share {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(sharedAt, "sharedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  boolean isOver(Instant now) {
    return expiresAt.map(end -> !now.isBefore(end)).orElse(false);
  }
}
