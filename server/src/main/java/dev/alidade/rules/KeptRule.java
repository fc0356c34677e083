package dev.alidade.rules;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A role or a policy as it is kept.
 *
 * @param definition as {@link RuleReader} reads it
 * @param rule what was read; empty where it could not be
 * @param problem what is wrong with it by now
 */
record KeptRule<T>(
    String name,
    String definition,
    String savedBy,
    Instant savedAt,
    Optional<T> rule,
    Optional<String> problem) {
  KeptRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedAt, "savedAt");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(problem, "problem");
  }
}
