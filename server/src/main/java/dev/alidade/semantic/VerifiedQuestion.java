package dev.alidade.semantic;

import java.util.Objects;
import java.util.Optional;

/** A question with the SQL that a person found to be its answer. */
public record VerifiedQuestion(
    String name, String question, String sql, Optional<String> verifiedBy) {
  public VerifiedQuestion {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(verifiedBy, "verifiedBy");
  }
}
