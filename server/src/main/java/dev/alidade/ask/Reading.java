package dev.alidade.ask;

import dev.alidade.ask.plan.Candidate;
import java.util.Objects;

/**
 * One reading of a question on one source, as SQL.
 *
 * @param confidence how likely it is right, between 0 and 1
 */
public record Reading(String source, Candidate candidate, String sql, double confidence) {
  public Reading {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(sql, "sql");
  }
}
