package dev.alidade.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Somebody signed in, as it is kept. */
record Session(
    String id, String owner, String hash, Instant createdAt, Instant expiresAt, Instant usedAt) {
  /** However much it is used. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** Without being used. */
  static final Duration LONGEST_IDLE = Duration.ofHours(8);

  Session {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(usedAt, "usedAt");
  }

  /** One that begins now. */
  static Session begin(Token token, String owner, Instant now) {
    return new Session(token.id(), owner, token.hash(), now, now.plus(LONGEST), now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expiresAt) || !now.isBefore(usedAt.plus(LONGEST_IDLE));
  }
}
