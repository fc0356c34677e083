package dev.alidade.evaluate;

import dev.alidade.evaluate.cause.Cause;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How often each cause made a reading wrong.
 *
 * @param wrong questions whose best reading is wrong, answered or not
 * @param answered those of them that were answered
 * @param furtherDown those of them for which a right reading stands behind the best one
 * @param unexplained those of them whose best reading leaves words out
 * @param causes the most frequent first
 */
record CauseCounts(
    int wrong, int answered, int furtherDown, int unexplained, List<CauseCount> causes) {
  CauseCounts {
    causes = List.copyOf(causes);
  }

  /**
   * One cause.
   *
   * @param questions for which it is the one that counts
   * @param share of all that are wrong
   * @param alone those of them for which nothing else was found
   * @param seen questions for which it was found at all
   */
  record CauseCount(
      Cause cause,
      int questions,
      double share,
      int alone,
      int seen,
      int answered,
      int furtherDown,
      int unexplained) {}

  static CauseCounts of(List<QuestionResult> results) {
    List<QuestionResult> wrong = results.stream().filter(result -> !result.correct()).toList();
    Map<Cause, CauseCount> counts = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      List<QuestionResult> some =
          wrong.stream().filter(result -> result.finding().orElseThrow().cause() == cause).toList();
      if (!some.isEmpty()) {
        counts.put(cause, count(cause, some, wrong));
      }
    }
    return new CauseCounts(
        wrong.size(),
        count(wrong, QuestionResult::answered),
        count(wrong, CauseCounts::isFurtherDown),
        count(wrong, CauseCounts::leavesWords),
        counts.values().stream()
            .sorted(Comparator.comparingInt(CauseCount::questions).reversed())
            .toList());
  }

  private static CauseCount count(
      Cause cause, List<QuestionResult> some, List<QuestionResult> wrong) {
    return new CauseCount(
        cause,
        some.size(),
        Shares.of(some.size(), wrong.size()),
        count(some, result -> result.finding().orElseThrow().isAlone()),
        count(wrong, result -> result.finding().orElseThrow().causes().contains(cause)),
        count(some, QuestionResult::answered),
        count(some, CauseCounts::isFurtherDown),
        count(some, CauseCounts::leavesWords));
  }

  private static boolean isFurtherDown(QuestionResult result) {
    return result.finding().orElseThrow().rightPlace() > 0;
  }

  private static boolean leavesWords(QuestionResult result) {
    return !result.unexplained().isEmpty();
  }

  private static int count(List<QuestionResult> results, Predicate<QuestionResult> condition) {
    return (int) results.stream().filter(condition).count();
  }
}
