package dev.alidade.evaluate;

import java.util.List;

/** Totals of some results. */
record Score(int questions, int answered, int correct, int answeredCorrect) {
  static Score of(List<QuestionResult> results) {
    int answered = 0;
    int correct = 0;
    int both = 0;
    for (QuestionResult result : results) {
      answered += result.answered() ? 1 : 0;
      correct += result.correct() ? 1 : 0;
      both += result.answered() && result.correct() ? 1 : 0;
    }
    return new Score(results.size(), answered, correct, both);
  }

  double accuracy() {
    return share(correct, questions);
  }

  double coverage() {
    return share(answered, questions);
  }

  double precision() {
    return share(answeredCorrect, answered);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
  }
}
