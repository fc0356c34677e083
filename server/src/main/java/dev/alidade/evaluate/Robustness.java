package dev.alidade.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the same questions do in other words.
 *
 * @param reworded the figures in other words
 * @param staysRight of those that are right as they are, the share that is right in other words too
 * @param becomesRight of those that are wrong as they are, the share that is right in other words
 */
record Robustness(Figures reworded, double staysRight, double becomesRight) {
  static Robustness of(List<QuestionResult> asked, List<QuestionResult> reworded) {
    Map<String, Boolean> right = new HashMap<>();
    reworded.forEach(result -> right.put(result.question().id(), result.correct()));
    List<QuestionResult> before = asked.stream().filter(QuestionResult::correct).toList();
    List<QuestionResult> wrong = asked.stream().filter(result -> !result.correct()).toList();
    return new Robustness(
        Figures.of(reworded),
        Shares.of(before, result -> right.getOrDefault(result.question().id(), false)),
        Shares.of(wrong, result -> right.getOrDefault(result.question().id(), false)));
  }
}
