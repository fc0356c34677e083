package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of an evaluation, as programs read them.
 *
 * @param robustness the same in other words, where both were asked
 * @param undisputed the figures without the questions whose right SQL is disputed
 * @param comparison what changed since an earlier report
 */
record Report(
    int questions,
    int answered,
    int correct,
    double accuracy,
    double coverage,
    double precision,
    double wrongAnswers,
    double accuracyAnyColumns,
    double accuracyAnyChoice,
    List<ByPattern> byPattern,
    Certainty certainty,
    CauseCounts causes,
    Planning planning,
    Spent spent,
    Optional<Robustness> robustness,
    Optional<Figures> undisputed,
    Optional<Comparison> comparison,
    List<Map<String, Object>> failures) {
  Report {
    byPattern = List.copyOf(byPattern);
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(causes, "causes");
    Objects.requireNonNull(planning, "planning");
    Objects.requireNonNull(spent, "spent");
    Objects.requireNonNull(robustness, "robustness");
    Objects.requireNonNull(undisputed, "undisputed");
    Objects.requireNonNull(comparison, "comparison");
    failures = List.copyOf(failures);
  }

  /** The figures of the questions of one pattern. */
  record ByPattern(
      String pattern,
      int questions,
      int answered,
      int correct,
      double accuracy,
      double coverage,
      double precision) {
    static ByPattern of(String pattern, Figures figures) {
      return new ByPattern(
          pattern,
          figures.questions(),
          figures.answered(),
          figures.correct(),
          figures.accuracy(),
          figures.coverage(),
          figures.precision());
    }
  }

  static Report of(List<QuestionResult> results) {
    Figures figures = Figures.of(results);
    return new Report(
        figures.questions(),
        figures.answered(),
        figures.correct(),
        figures.accuracy(),
        figures.coverage(),
        figures.precision(),
        figures.wrongAnswers(),
        figures.accuracyAnyColumns(),
        figures.accuracyAnyChoice(),
        patterns(results),
        Certainty.of(results),
        CauseCounts.of(results),
        Planning.of(results.stream().map(QuestionResult::planMicros).toList()),
        results.stream().map(QuestionResult::spent).reduce(Spent.NOTHING, Spent::and),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        results.stream().filter(result -> !result.correct()).map(QuestionResult::failure).toList());
  }

  Report and(
      Optional<Robustness> inOtherWords, Optional<Figures> without, Optional<Comparison> since) {
    return new Report(
        questions,
        answered,
        correct,
        accuracy,
        coverage,
        precision,
        wrongAnswers,
        accuracyAnyColumns,
        accuracyAnyChoice,
        byPattern,
        certainty,
        causes,
        planning,
        spent,
        inOtherWords,
        without,
        since,
        failures);
  }

  /** The line that sums up all patterns. */
  ByPattern all() {
    return new ByPattern("all", questions, answered, correct, accuracy, coverage, precision);
  }

  private static List<ByPattern> patterns(List<QuestionResult> results) {
    Map<Pattern, List<QuestionResult>> grouped = new EnumMap<>(Pattern.class);
    results.forEach(
        result ->
            grouped.computeIfAbsent(result.pattern(), ignored -> new ArrayList<>()).add(result));
    List<ByPattern> patterns = new ArrayList<>();
    grouped.forEach(
        (pattern, some) ->
            patterns.add(ByPattern.of(pattern.name().toLowerCase(Locale.ROOT), Figures.of(some))));
    return patterns;
  }
}
