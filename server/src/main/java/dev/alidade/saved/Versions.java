package dev.alidade.saved;

import java.util.Objects;
import java.util.Optional;

/** The versions that there are of one query: the approved one, one that waits, or both. */
record Versions(Optional<SavedQuery> approved, Optional<SavedQuery> waiting) {
  Versions {
    Objects.requireNonNull(approved, "approved");
    Objects.requireNonNull(waiting, "waiting");
    if (approved.isEmpty() && waiting.isEmpty()) {
      throw new IllegalArgumentException("a query has a version");
    }
  }

  static Versions of(SavedQuery query) {
    return switch (query.state()) {
      case APPROVED -> new Versions(Optional.of(query), Optional.empty());
      case WAITING -> new Versions(Optional.empty(), Optional.of(query));
    };
  }

  Versions and(Versions others) {
    return new Versions(approved.or(others::approved), waiting.or(others::waiting));
  }

  /** The one that runs. */
  SavedQuery running() {
    return approved.or(() -> waiting).orElseThrow();
  }

  String name() {
    return running().definition().name();
  }
}
