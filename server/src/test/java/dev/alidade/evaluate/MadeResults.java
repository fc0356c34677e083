package dev.alidade.evaluate;

import dev.alidade.evaluate.cause.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results of questions as tests need them. */
final class MadeResults {
  private MadeResults() {}

  static QuestionResult right(String id, double confidence) {
    return result(id, confidence, Verdict.CORRECT);
  }

  static QuestionResult wrong(String id, double confidence, int rightPlace, Cause... causes) {
    return result(
        id,
        confidence,
        new Verdict(false, false, false, Optional.of(Finding.of(Set.of(causes), rightPlace))));
  }

  private static QuestionResult result(String id, double confidence, Verdict verdict) {
    SuiteQuestion question =
        new SuiteQuestion(
            id,
            "farm",
            "How many <farms> are there?",
            "SELECT count(*) FROM farm",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new QuestionResult(
        question,
        Pattern.COUNT,
        confidence >= 0.5,
        verdict,
        confidence,
        Optional.of("SELECT 1"),
        List.of(),
        1_000,
        Spent.NOTHING);
  }
}
