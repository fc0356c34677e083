package dev.alidade.evaluate;

import java.util.Map;
import java.util.Optional;

/**
 * How one question went.
 *
 * @param answered whether the planner was sure enough to answer
 * @param correct whether its best reading gives the right rows, answered or not
 */
record QuestionResult(
    SuiteQuestion question,
    Pattern pattern,
    boolean answered,
    boolean correct,
    double confidence,
    Optional<String> sql,
    String reason,
    long planMicros) {
  Map<String, Object> failure() {
    return Map.of(
        "id", question.id(),
        "database", question.database(),
        "question", question.question(),
        "gold", question.sql(),
        "planned", sql.orElse(""),
        "answered", answered,
        "confidence", Math.round(confidence * 1000) / 1000.0,
        "reason", reason);
  }
}
