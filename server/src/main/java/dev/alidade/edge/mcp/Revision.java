package dev.alidade.edge.mcp;

import java.util.Arrays;
import java.util.Optional;

/** A revision of the protocol that begins with {@code initialize}, newest first. */
enum Revision {
  R2025_11_25("2025-11-25"),
  R2025_06_18("2025-06-18"),
  R2025_03_26("2025-03-26");

  private final String date;

  Revision(String date) {
    this.date = date;
  }

  String date() {
    return date;
  }

  /** Whether several messages may travel as one array. */
  boolean hasBatches() {
    return this == R2025_03_26;
  }

  static Optional<Revision> of(String date) {
    return Arrays.stream(values()).filter(revision -> revision.date.equals(date)).findFirst();
  }

  /** What is agreed on when a client proposes {@code date}. */
  static Revision negotiate(String date) {
    return of(date).orElse(R2025_11_25);
  }
}
