package dev.alidade.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A key that was given out, as it is kept. */
record ApiKey(
    String id,
    String owner,
    String name,
    String hash,
    Set<String> roles,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> usedAt) {
  ApiKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(usedAt, "usedAt");
    roles = Set.copyOf(roles);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
