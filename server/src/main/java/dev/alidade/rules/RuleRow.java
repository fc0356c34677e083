package dev.alidade.rules;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A role or a policy in our own database.
 *
 * @param source of a policy
 */
record RuleRow(
    String name, Optional<String> source, String definition, String savedBy, Instant savedAt) {
  RuleRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedAt, "savedAt");
  }
}
