package dev.alidade.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure that was promised, and where it is found.
 *
 * @param goal in percent; 0 where only the moonshot was promised
 * @param moonshot in percent; the goal where there is none
 */
record Goal(
    String suite,
    String figure,
    int goal,
    int moonshot,
    Function<Report, Optional<Double>> measured) {
  private static final String HEADLINE = "spider-check";

  static final List<Goal> ALL =
      List.of(
          new Goal(HEADLINE, "accuracy", 70, 78, Goal::accuracy),
          new Goal(HEADLINE, "precision at 50 % coverage", 92, 92, r -> precision(r, 0.5)),
          new Goal(HEADLINE, "precision at 60 % coverage", 0, 95, r -> precision(r, 0.6)),
          new Goal(HEADLINE, "accuracy in other words", 45, 55, Goal::reworded),
          new Goal("geography", "accuracy", 80, 80, Goal::accuracy),
          new Goal("shop, split check", "accuracy", 97, 97, Goal::accuracy));

  /** A line of the table of goals, where the suite was asked. */
  Optional<String> line(List<SuiteFigures> figures) {
    return figures.stream()
        .filter(some -> some.name().equals(suite))
        .findFirst()
        .map(some -> line(measured.apply(some.report())));
  }

  private String line(Optional<Double> found) {
    String shown =
        found.map(share -> String.format(Locale.ROOT, "%.1f %%", share)).orElse("not reached");
    return "| %s, %s | %s | %s | %s | %s |"
        .formatted(
            suite,
            figure,
            goal == 0 ? "" : goal + " %",
            moonshot == goal ? "" : moonshot + " %",
            shown,
            found.map(this::distance).orElse(""));
  }

  private String distance(double share) {
    if (moonshot > goal && share >= moonshot) {
      return "moonshot met";
    }
    if (goal > 0 && share >= goal) {
      return "met";
    }
    int wanted = goal > 0 ? goal : moonshot;
    return String.format(Locale.ROOT, "%.1f points below", wanted - share);
  }

  private static Optional<Double> accuracy(Report report) {
    return Optional.of(100 * report.accuracy());
  }

  private static Optional<Double> reworded(Report report) {
    return report.robustness().map(robustness -> 100 * robustness.reworded().accuracy());
  }

  private static Optional<Double> precision(Report report, double coverage) {
    return report.certainty().atCoverage().stream()
        .filter(wanted -> wanted.wanted() == coverage && wanted.reached())
        .findFirst()
        .map(wanted -> 100 * wanted.got());
  }
}
