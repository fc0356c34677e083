package dev.alidade.query;

import java.time.Instant;
import java.util.Objects;

/**
 * A transaction as its caller knows it: a handle that nobody can guess, good until it is idle too
 * long.
 */
public record OpenTransaction(String handle, String source, Instant expiresAt) {
  public OpenTransaction {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
