package dev.alidade.saved;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a saved query, and who answers for it.
 *
 * @param savedBy the caller; the configuration file where it stands there
 * @param savedThrough the door; "mcp" for a model's
 * @param savedAt empty for what stands in the configuration
 */
record SavedQuery(
    QueryDefinition definition,
    int version,
    String savedBy,
    String savedThrough,
    Optional<Instant> savedAt,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt) {
  private static final String FILE = "alidade.yaml";

  SavedQuery {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedThrough, "savedThrough");
    Objects.requireNonNull(savedAt, "savedAt");
    Objects.requireNonNull(approvedBy, "approvedBy");
    Objects.requireNonNull(approvedAt, "approvedAt");
  }

  /** A query of the configuration, which counts as approved. */
  static SavedQuery configured(QueryDefinition definition) {
    return new SavedQuery(
        definition, 1, FILE, "file", Optional.empty(), Optional.of(FILE), Optional.empty());
  }

  QueryState state() {
    return approvedBy.isPresent() ? QueryState.APPROVED : QueryState.WAITING;
  }
}
