package dev.alidade.semantic;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of a model in the store.
 *
 * @param text empty where the model was removed
 * @param savedThrough the door; "mcp" is a model or an agent
 */
record KeptModel(
    String source,
    int version,
    String text,
    String reason,
    String savedBy,
    String savedThrough,
    Instant savedAt) {
  KeptModel {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedThrough, "savedThrough");
    Objects.requireNonNull(savedAt, "savedAt");
  }

  boolean isRemoval() {
    return text.isEmpty();
  }
}
