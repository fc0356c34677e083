package dev.alidade.ask;

import dev.alidade.ask.plan.Candidate;
import java.util.Objects;

/**
 * One reading of a question on one source, as SQL.
 *
 * @param confidence how likely it is right, between 0 and 1
 * @param origin who made its plan
 * @param planner what they are called
 */
public record Reading(
    String source,
    Candidate candidate,
    String sql,
    double confidence,
    Origin origin,
    String planner) {
  /** Who makes plans. */
  public enum Origin {
    /** The planner that comes with the product. */
    BUILT_IN,
    /** A language model, alone. */
    MODEL,
    /** A language model, and the built-in planner made the same. */
    BOTH
  }

  public Reading {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(planner, "planner");
  }

  /** A reading by the built-in planner. */
  public Reading(String source, Candidate candidate, String sql, double confidence) {
    this(source, candidate, sql, confidence, Origin.BUILT_IN, Planners.BUILT_IN);
  }
}
