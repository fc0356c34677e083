package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import dev.alidade.insight.statistic.Shares;
import dev.alidade.insight.statistic.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A few groups that hold most of a total. */
final class ConcentrationKind implements InsightKind {
  private static final int FEWEST = 8;
  private static final double LEAST_GINI = 0.5;
  private static final int TOP = 5;

  @Override
  public List<Finding> tests(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Roles.Grouping dimension : evidence.roles().dimensions()) {
      if (dimension.distinct() < FEWEST) {
        continue;
      }
      Optional<Groups> groups = evidence.groups(dimension.column());
      for (Measure measure : evidence.roles().measures()) {
        if (measure.isAdditive()) {
          groups.flatMap(found -> test(evidence, found, measure)).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> test(Evidence evidence, Groups groups, Measure measure) {
    double[] parts =
        groups.tallies().get(measure).stream().mapToDouble(Tally::sum).sorted().toArray();
    double total = Arrays.stream(parts).sum();
    if (parts.length < FEWEST || parts[0] < 0 || !(total > 0)) {
      return Optional.empty();
    }
    int top = (parts.length + TOP - 1) / TOP;
    double held = Arrays.stream(parts).skip(parts.length - top).sum() / total;
    double gini = Shares.gini(parts);
    String sentence =
        "%d of %d values of %s hold %s of %s (%s of %s): the Gini coefficient is %.2f."
            .formatted(
                top,
                parts.length,
                groups.phrase(),
                Numbers.percent(held),
                measure.phrase(),
                Numbers.said(held * total),
                Numbers.said(total),
                gini);
    return Optional.of(
        new Finding(
            InsightType.CONCENTRATION,
            Shares.pValue(gini, parts.length),
            gini >= LEAST_GINI,
            gini,
            parts.length,
            sentence,
            "Gini coefficient against a total broken at random into %d parts, 9,999 draws"
                .formatted(parts.length),
            evidence.overGroups(groups.dimension(), measure),
            Optional.of(
                Evidence.chart(
                    ChartKind.BAR,
                    measure.phrase() + " by " + groups.phrase(),
                    groups.dimension().name(),
                    measure.label(),
                    "What few hold stands out among bars"))));
  }
}
