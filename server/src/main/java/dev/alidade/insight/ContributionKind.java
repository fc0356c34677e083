package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import dev.alidade.insight.statistic.Differences;
import dev.alidade.insight.statistic.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group that has more of a change than its share of the whole. */
final class ContributionKind implements InsightKind {
  private static final double LEAST_OF_CHANGE = 0.3;

  @Override
  public List<Finding> tests(Evidence evidence) {
    Optional<Series> series = evidence.series();
    // The rows of a result do not tell how much a part of them varies.
    if (series.isEmpty() || evidence.subject().grouped()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : evidence.roles().measures()) {
      Optional<Change> change =
          measure.isAdditive()
              ? Change.of(evidence.subject(), series.get(), measure)
              : Optional.empty();
      if (change.isPresent() && change.get().difference() != 0) {
        for (Roles.Grouping dimension : evidence.roles().dimensions()) {
          evidence
              .turnover(dimension.column())
              .flatMap(turnover -> test(evidence, series.get(), change.get(), turnover))
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> test(
      Evidence evidence, Series series, Change change, Evidence.Turnover turnover) {
    List<Tally> before = turnover.before().tallies().get(change.measure());
    List<Tally> after = turnover.after().tallies().get(change.measure());
    if (before.size() < 2) {
      return Optional.empty();
    }
    int most = 0;
    for (int index = 1; index < before.size(); index++) {
      if (moved(before, after, index, change) > moved(before, after, most, change)) {
        most = index;
      }
    }
    double whole = change.before() + change.after();
    double usual = (before.get(most).sum() + after.get(most).sum()) / whole;
    double excess = after.get(most).sum() - before.get(most).sum() - usual * change.difference();
    double variance = before.get(most).squares() + after.get(most).squares();
    double pValue =
        variance > 0 && whole > 0
            ? Math.min(1, before.size() * Differences.ofNormal(excess / Math.sqrt(variance)))
            : 1;
    double share = moved(before, after, most, change) / Math.abs(change.difference());
    return Optional.of(
        new Finding(
            InsightType.CONTRIBUTION,
            Math.max(pValue, change.pValue()),
            share >= LEAST_OF_CHANGE && share > usual,
            Math.min(1, share),
            before.size(),
            sentence(series, change, turnover, most, share, usual),
            "z test of the part of the change that is beyond its share of both %ss, Bonferroni over %d values; the change itself must pass its own test"
                .formatted(series.calendar().unit(), before.size()),
            evidence.overTurnover(
                turnover.before().dimension(), change.measure(), series.calendar()),
            Optional.of(
                Evidence.chart(
                    ChartKind.BAR,
                    change.measure().phrase()
                        + " in "
                        + series.calendar().named(change.later())
                        + " by "
                        + turnover.before().phrase(),
                    turnover.before().dimension().name(),
                    "after",
                    "Parts of a change are compared as bars"))));
  }

  /** How far a group moved the way that the whole did. */
  private static double moved(List<Tally> before, List<Tally> after, int index, Change change) {
    return Math.signum(change.difference()) * (after.get(index).sum() - before.get(index).sum());
  }

  private static String sentence(
      Series series,
      Change change,
      Evidence.Turnover turnover,
      int most,
      double share,
      double usual) {
    Tally before = turnover.before().tallies().get(change.measure()).get(most);
    Tally after = turnover.after().tallies().get(change.measure()).get(most);
    return "As %s %s from %s to %s by %s, %s \"%s\" went from %s to %s: %s of the change, with %s of both %ss together; the %d values add up to the change."
        .formatted(
            change.measure().phrase(),
            change.verb(),
            series.calendar().named(change.earlier()),
            series.calendar().named(change.later()),
            Numbers.said(Math.abs(change.difference())),
            turnover.before().phrase(),
            turnover.before().names().get(most),
            Numbers.said(before.sum()),
            Numbers.said(after.sum()),
            Numbers.percent(share),
            Numbers.percent(usual),
            series.calendar().unit(),
            turnover.before().names().size());
  }
}
