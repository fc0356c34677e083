package dev.alidade.audit;

import java.util.Objects;

/** A place in a chain: the number of a record and its seal. */
record Link(long sequence, String hash) {
  /** What the first record follows. */
  static final Link NONE = new Link(0, "0".repeat(64));

  Link {
    Objects.requireNonNull(hash, "hash");
    if (sequence < 0 || hash.length() != 64) {
      throw new IllegalArgumentException("no place in a chain");
    }
  }
}
