package dev.alidade.ask.verified;

import dev.alidade.ask.plan.Plan;
import dev.alidade.semantic.VerifiedQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A question and its answer, which a person approved.
 *
 * @param plan how it is answered; none where it was approved as SQL
 * @param readOn the day that relative dates of the question counted from, where that is known
 */
public record VerifiedPair(
    String source,
    String question,
    String sql,
    Optional<Plan> plan,
    Optional<LocalDate> readOn,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt) {
  public VerifiedPair {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(readOn, "readOn");
    Objects.requireNonNull(approvedBy, "approvedBy");
    Objects.requireNonNull(approvedAt, "approvedAt");
  }

  /** A question that the semantic model of a source holds. */
  public static VerifiedPair of(String source, VerifiedQuestion question) {
    return new VerifiedPair(
        source,
        question.question(),
        question.sql(),
        Optional.empty(),
        Optional.empty(),
        question.verifiedBy(),
        Optional.empty());
  }
}
