package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of an evaluation, as text for people and as JSON for programs. */
record Report(
    int questions,
    int answered,
    int correct,
    double accuracy,
    double coverage,
    double precision,
    List<ByPattern> byPattern,
    List<Map<String, Object>> failures,
    List<AtThreshold> byThreshold,
    long planMicrosMedian,
    long planMicros95) {
  record ByPattern(
      String pattern,
      int questions,
      int answered,
      int correct,
      double accuracy,
      double coverage,
      double precision) {}

  /** What would be answered, and how much of it right, if one answered from this confidence on. */
  record AtThreshold(double confidence, double coverage, double precision) {
    static AtThreshold of(double confidence, List<QuestionResult> results) {
      List<QuestionResult> sure =
          results.stream()
              .filter(result -> result.reason().isEmpty() && result.confidence() >= confidence)
              .toList();
      double right = sure.stream().filter(QuestionResult::correct).count();
      return new AtThreshold(
          confidence,
          (double) sure.size() / Math.max(1, results.size()),
          right / Math.max(1, sure.size()));
    }
  }

  static Report of(List<QuestionResult> results) {
    Score score = Score.of(results);
    Map<Pattern, List<QuestionResult>> grouped = new EnumMap<>(Pattern.class);
    results.forEach(
        result ->
            grouped.computeIfAbsent(result.pattern(), ignored -> new ArrayList<>()).add(result));
    List<ByPattern> patterns = new ArrayList<>();
    grouped.forEach(
        (pattern, some) -> {
          Score part = Score.of(some);
          patterns.add(
              new ByPattern(
                  pattern.name().toLowerCase(Locale.ROOT),
                  part.questions(),
                  part.answered(),
                  part.correct(),
                  part.accuracy(),
                  part.coverage(),
                  part.precision()));
        });
    List<Long> times = results.stream().map(QuestionResult::planMicros).sorted().toList();
    return new Report(
        score.questions(),
        score.answered(),
        score.correct(),
        score.accuracy(),
        score.coverage(),
        score.precision(),
        patterns,
        results.stream().filter(result -> !result.correct()).map(QuestionResult::failure).toList(),
        IntStream.rangeClosed(1, 9)
            .mapToObj(tenth -> AtThreshold.of(tenth / 10.0, results))
            .toList(),
        times.isEmpty() ? 0 : times.get(times.size() / 2),
        times.isEmpty() ? 0 : times.get((int) (times.size() * 0.95)));
  }

  /** The figures as a table. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("pattern            questions answered correct accuracy coverage precision\n");
    for (ByPattern part : byPattern) {
      text.append(
          line(
              part.pattern(),
              part.questions(),
              part.answered(),
              part.correct(),
              part.accuracy(),
              part.coverage(),
              part.precision()));
    }
    text.append(line("all", questions, answered, correct, accuracy, coverage, precision));
    text.append(
        """

        accuracy   share of all questions whose best reading gives the right rows, answered or not
        coverage   share of all questions that are answered
        precision  share of the answered questions that are right
        """);
    text.append("\nanswering from a confidence of\n");
    for (AtThreshold at : byThreshold) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %.1f  coverage %5.1f%%  precision %5.1f%%%n",
              at.confidence(),
              100 * at.coverage(),
              100 * at.precision()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "plan time  median %.1f ms, 95 %% %.1f ms%n",
            planMicrosMedian / 1000.0,
            planMicros95 / 1000.0));
    return text.toString();
  }

  private static String line(
      String name,
      int questions,
      int answered,
      int correct,
      double accuracy,
      double coverage,
      double precision) {
    return String.format(
        Locale.ROOT,
        "%-18s %9d %8d %7d %7.1f%% %7.1f%% %8.1f%%%n",
        name,
        questions,
        answered,
        correct,
        100 * accuracy,
        100 * coverage,
        100 * precision);
  }
}
