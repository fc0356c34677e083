package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import dev.alidade.chart.ChartSpec;
import dev.alidade.insight.statistic.Center;
import dev.alidade.insight.statistic.Outlier;
import dev.alidade.insight.statistic.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A group or a period that lies far off the others. */
final class OutlierKind implements InsightKind {
  private static final int FEWEST = 8;
  private static final double NEAREST = 3.5;
  private static final String METHOD =
      "Distance from the median in robust standard deviations (MAD), against the furthest of %d normal values in thousands of draws";

  @Override
  public List<Finding> tests(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .series()
        .ifPresent(
            series -> {
              for (Measure measure : evidence.roles().measures()) {
                period(evidence, series, measure).ifPresent(findings::add);
              }
            });
    for (Roles.Grouping dimension : evidence.roles().dimensions()) {
      if (dimension.distinct() >= FEWEST) {
        evidence
            .groups(dimension.column())
            .ifPresent(
                groups -> {
                  for (Measure measure : evidence.roles().measures()) {
                    group(evidence, groups, measure).ifPresent(findings::add);
                  }
                });
      }
    }
    return findings;
  }

  /** Periods are looked at beside their trend, whose ends would lie far off by themselves. */
  private static Optional<Finding> period(Evidence evidence, Series series, Measure measure) {
    double[] values = series.values(measure);
    if (values.length < FEWEST) {
      return Optional.empty();
    }
    Outlier outlier = Outlier.besideLine(values);
    Calendar calendar = series.calendar();
    String sentence =
        "%s lies off the other %ss: %s is %s there, %.1f robust standard deviations %s the line through all %d whole %ss."
            .formatted(
                sentenceStart(calendar.named(series.periods().get(outlier.index()))),
                calendar.unit(),
                measure.phrase(),
                Numbers.said(values[outlier.index()]),
                Math.abs(outlier.z()),
                outlier.z() > 0 ? "above" : "below",
                values.length,
                calendar.unit());
    return Optional.of(
        finding(
            outlier,
            outlier.pValue(),
            values.length,
            sentence,
            evidence.overTime(calendar, measure),
            Evidence.chart(
                ChartKind.LINE,
                measure.phrase() + " by " + calendar.unit(),
                calendar.unit(),
                measure.label(),
                "A period that lies off stands out on a line")));
  }

  private static Optional<Finding> group(Evidence evidence, Groups groups, Measure measure) {
    List<Tally> tallies = groups.tallies().get(measure);
    long fewest = measure.isAdditive() || evidence.subject().grouped() ? 1 : FEWEST;
    List<Integer> used = new ArrayList<>();
    for (int index = 0; index < tallies.size(); index++) {
      if (tallies.get(index).rows() >= fewest) {
        used.add(index);
      }
    }
    if (used.size() < FEWEST) {
      return Optional.empty();
    }
    double[] values =
        used.stream().mapToDouble(index -> measure.value(tallies.get(index))).toArray();
    Outlier outlier = Outlier.of(values);
    String sentence =
        "Among %d values of %s, \"%s\" lies off: %s is %s there and %s in the median, a distance of %.1f robust standard deviations."
            .formatted(
                values.length,
                groups.phrase(),
                groups.names().get(used.get(outlier.index())),
                measure.phrase(),
                Numbers.said(values[outlier.index()]),
                Numbers.said(Center.median(values)),
                Math.abs(outlier.z()));
    return Optional.of(
        finding(
            outlier,
            Math.max(outlier.pValue(), onLogarithms(values, outlier.index())),
            values.length,
            sentence,
            evidence.overGroups(groups.dimension(), measure),
            Evidence.chart(
                ChartKind.BAR,
                measure.phrase() + " by " + groups.phrase(),
                groups.dimension().name(),
                measure.label(),
                "A group that lies off stands out among bars")));
  }

  /** Sizes are often skewed without any one of them being odd; then it is so on no log scale. */
  private static double onLogarithms(double[] values, int index) {
    if (Arrays.stream(values).anyMatch(value -> value <= 0)) {
      return 0;
    }
    Outlier outlier = Outlier.of(Arrays.stream(values).map(Math::log).toArray());
    return outlier.index() == index ? outlier.pValue() : 1;
  }

  private static Finding finding(
      Outlier outlier, double pValue, int count, String sentence, String sql, ChartSpec chart) {
    return new Finding(
        InsightType.OUTLIER,
        pValue,
        Math.abs(outlier.z()) >= NEAREST,
        1 - NEAREST / Math.max(NEAREST, 2 * Math.abs(outlier.z())),
        count,
        sentence,
        METHOD.formatted(count),
        sql,
        Optional.of(chart));
  }

  private static String sentenceStart(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
