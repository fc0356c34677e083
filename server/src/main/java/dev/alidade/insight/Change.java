package dev.alidade.insight;

import dev.alidade.insight.statistic.Differences;
import dev.alidade.insight.statistic.Tally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How a measure differs between the last two whole periods.
 *
 * @param pValue the greater of two: that of the rows of both periods, and that of the steps between
 *     all periods; of a result, whose rows are sums already, the latter alone
 */
record Change(
    Measure measure,
    LocalDate earlier,
    LocalDate later,
    double before,
    double after,
    int periods,
    double shareOfLater,
    double pValue) {
  private static final int FEWEST_STEPS = 9;

  /** The change of a measure; none where there are too few periods to judge it by. */
  static Optional<Change> of(Subject subject, Series series, Measure measure) {
    double[] values = series.values(measure);
    int count = values.length;
    if (count <= FEWEST_STEPS) {
      return Optional.empty();
    }
    double[] steps = new double[count - 1];
    for (int index = 1; index < count; index++) {
      steps[index - 1] = values[index] - values[index - 1];
    }
    List<Tally> tallies = series.tallies().get(measure);
    double share = shareOfLater(series);
    double usual = Differences.ofSteps(steps);
    double rows =
        subject.grouped()
            ? 0
            : ofRows(measure, tallies.get(count - 2), tallies.get(count - 1), share);
    return Optional.of(
        new Change(
            measure,
            series.periods().get(count - 2),
            series.periods().get(count - 1),
            values[count - 2],
            values[count - 1],
            count,
            share,
            Math.max(usual, rows)));
  }

  private static double ofRows(Measure measure, Tally before, Tally after, double share) {
    return measure.isAdditive()
        ? Differences.ofSums(before, after, share)
        : Differences.ofMeans(before, after);
  }

  /** Months are not equally long. */
  private static double shareOfLater(Series series) {
    int count = series.periods().size();
    LocalDate earlier = series.periods().get(count - 2);
    LocalDate later = series.periods().get(count - 1);
    double both = ChronoUnit.DAYS.between(earlier, series.calendar().end());
    return ChronoUnit.DAYS.between(later, series.calendar().end()) / both;
  }

  double difference() {
    return after - before;
  }

  String verb() {
    return difference() > 0 ? "rose" : "fell";
  }
}
