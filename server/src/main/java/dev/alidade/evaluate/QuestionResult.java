package dev.alidade.evaluate;

import dev.alidade.evaluate.cause.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How one question went.
 *
 * @param answered whether the planner was sure enough to answer
 * @param verdict how its best reading does, answered or not
 * @param sql the best reading's
 * @param unexplained words that the best reading does not account for
 */
record QuestionResult(
    SuiteQuestion question,
    Pattern pattern,
    boolean answered,
    Verdict verdict,
    double confidence,
    Optional<String> sql,
    List<String> unexplained,
    long planMicros,
    Spent spent) {
  QuestionResult {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(sql, "sql");
    unexplained = List.copyOf(unexplained);
    Objects.requireNonNull(spent, "spent");
  }

  boolean correct() {
    return verdict.correct();
  }

  Optional<Finding> finding() {
    return verdict.finding();
  }

  /** Whether it could be answered if one were less careful: there is a reading of every word. */
  boolean isExplained() {
    return sql.isPresent() && unexplained.isEmpty();
  }

  /** What programs and people need to look into a wrong question. */
  Map<String, Object> failure() {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("id", question.id());
    failure.put("database", question.database());
    failure.put("question", question.question());
    failure.put("gold", question.sql());
    failure.put("planned", sql.orElse(""));
    failure.put("answered", answered);
    failure.put("confidence", Shares.rounded(confidence));
    failure.put("reason", reason());
    failure.put(
        "causes",
        finding().map(Finding::causes).orElse(List.of()).stream()
            .map(QuestionResult::name)
            .toList());
    failure.put("right_place", finding().map(Finding::rightPlace).orElse(0));
    return failure;
  }

  private String reason() {
    if (sql.isEmpty()) {
      return "no reading";
    }
    return unexplained.isEmpty() ? "" : "unexplained: " + String.join(", ", unexplained);
  }

  private static String name(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }
}
