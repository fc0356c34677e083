package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A measure that differs between the last two whole periods by more than it usually does. */
final class ChangeKind implements InsightKind {
  private static final double LEAST = 0.05;

  @Override
  public List<Finding> tests(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .series()
        .ifPresent(
            series -> {
              for (Measure measure : evidence.roles().measures()) {
                Change.of(evidence.subject(), series, measure)
                    .ifPresent(change -> findings.add(finding(evidence, series, change)));
              }
            });
    return findings;
  }

  private static Finding finding(Evidence evidence, Series series, Change change) {
    Calendar calendar = series.calendar();
    double share = change.before() == 0 ? 1 : change.difference() / Math.abs(change.before());
    String sentence =
        "From %s to %s %s %s by %s, from %s to %s (%s): more than between the other %d whole %ss."
            .formatted(
                calendar.named(change.earlier()),
                calendar.named(change.later()),
                change.measure().phrase(),
                change.verb(),
                Numbers.said(Math.abs(change.difference())),
                Numbers.said(change.before()),
                Numbers.said(change.after()),
                Numbers.percent(share),
                change.periods() - 2,
                calendar.unit());
    String rows =
        evidence.subject().grouped()
            ? ""
            : change.measure().isAdditive()
                ? ", and of two sums of rows that come at random moments, lengths allowed for"
                : ", and Welch's t test of the rows of both";
    return new Finding(
        InsightType.CHANGE,
        change.pValue(),
        Math.abs(share) >= LEAST,
        Math.abs(share),
        change.periods(),
        sentence,
        "t test of the last step against the %d before it%s; the greater p-value counts"
            .formatted(change.periods() - 2, rows),
        evidence.overTime(calendar, change.measure()),
        Optional.of(
            Evidence.chart(
                ChartKind.LINE,
                change.measure().phrase() + " by " + calendar.unit(),
                calendar.unit(),
                change.measure().label(),
                "A change is seen at the end of a line")));
  }
}
