package dev.alidade.insight.statistic;

import org.apache.commons.statistics.distribution.TDistribution;

/** Whether two columns rise together: what a rank correlation of so many rows says. */
public final class Spearman {
  private Spearman() {}

  /** The chance of so strong a correlation where there is none, of both sides. */
  public static double pValue(double rho, long rows) {
    if (Math.abs(rho) >= 1) {
      return 0;
    }
    double t = rho * Math.sqrt((rows - 2) / (1 - rho * rho));
    return Math.min(1, 2 * TDistribution.of(rows - 2.0).survivalProbability(Math.abs(t)));
  }
}
