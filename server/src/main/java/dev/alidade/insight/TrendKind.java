package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import dev.alidade.insight.statistic.MannKendall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A measure that goes up or down over time. */
final class TrendKind implements InsightKind {
  private static final double WEAKEST = 0.3;

  @Override
  public List<Finding> tests(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .series()
        .ifPresent(
            series -> {
              for (Measure measure : evidence.roles().measures()) {
                test(evidence, series, measure).ifPresent(findings::add);
              }
            });
    return findings;
  }

  private static Optional<Finding> test(Evidence evidence, Series series, Measure measure) {
    double[] values = series.values(measure);
    if (values.length < Calendar.FEWEST) {
      return Optional.empty();
    }
    Calendar calendar = series.calendar();
    MannKendall test = MannKendall.of(values);
    String sentence =
        "Over %d whole %ss %s tends to %s: from %s in %s to %s in %s, typically by %s a %s."
            .formatted(
                values.length,
                calendar.unit(),
                measure.phrase(),
                test.tau() > 0 ? "rise" : "fall",
                Numbers.said(values[0]),
                calendar.named(series.periods().getFirst()),
                Numbers.said(values[values.length - 1]),
                calendar.named(series.periods().getLast()),
                Numbers.said(Math.abs(test.slope())),
                calendar.unit());
    return Optional.of(
        new Finding(
            InsightType.TREND,
            test.pValue(),
            Math.abs(test.tau()) >= WEAKEST && test.slope() != 0,
            Math.abs(test.tau()),
            values.length,
            sentence,
            "Mann-Kendall test, slope after Sen; takes the periods as independent of each other",
            evidence.overTime(calendar, measure),
            Optional.of(
                Evidence.chart(
                    ChartKind.LINE,
                    measure.phrase() + " by " + calendar.unit(),
                    calendar.unit(),
                    measure.label(),
                    "A trend is seen along a line"))));
  }
}
