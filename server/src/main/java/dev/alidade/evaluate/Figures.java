package dev.alidade.evaluate;

import java.util.List;

/**
 * The headline figures of some questions.
 *
 * @param accuracy share of all questions whose best reading gives the right rows
 * @param coverage share of all questions that are answered
 * @param precision share of the answered questions that are right
 * @param wrongAnswers share of all questions that are answered wrongly
 * @param accuracyAnyColumns accuracy where columns may stand in any order
 * @param accuracyAnyChoice so, and rows that tie in any order or choice
 */
record Figures(
    int questions,
    int answered,
    int correct,
    double accuracy,
    double coverage,
    double precision,
    double wrongAnswers,
    double accuracyAnyColumns,
    double accuracyAnyChoice) {
  static Figures of(List<QuestionResult> results) {
    int answered = 0;
    int correct = 0;
    int both = 0;
    for (QuestionResult result : results) {
      answered += result.answered() ? 1 : 0;
      correct += result.correct() ? 1 : 0;
      both += result.answered() && result.correct() ? 1 : 0;
    }
    int questions = results.size();
    return new Figures(
        questions,
        answered,
        correct,
        Shares.of(correct, questions),
        Shares.of(answered, questions),
        Shares.of(both, answered),
        Shares.of(answered - both, questions),
        Shares.of(results, result -> result.verdict().anyColumns()),
        Shares.of(results, result -> result.verdict().anyChoice()));
  }
}
