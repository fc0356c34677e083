package dev.alidade.insight.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Whether two numbers differ by more than chance makes them; all of both sides. */
public final class Differences {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Differences() {}

  /**
   * Of two sums over stretches of time, where rows come at random moments with values of any kind
   * (a compound Poisson process; for counts, the usual test of two Poisson numbers).
   *
   * @param shareOfSecond how long the second stretch is, as a share of both
   */
  public static double ofSums(Tally first, Tally second, double shareOfSecond) {
    double excess = second.sum() - shareOfSecond * (first.sum() + second.sum());
    double variance =
        (1 - shareOfSecond) * (1 - shareOfSecond) * second.squares()
            + shareOfSecond * shareOfSecond * first.squares();
    return variance > 0 ? ofNormal(excess / Math.sqrt(variance)) : 1;
  }

  /** Of two means, whose rows may vary differently (Welch 1947). */
  public static double ofMeans(Tally first, Tally second) {
    double one = first.variance() / first.rows();
    double other = second.variance() / second.rows();
    if (first.rows() < 2 || second.rows() < 2 || !(one + other > 0)) {
      return 1;
    }
    double t = (second.mean() - first.mean()) / Math.sqrt(one + other);
    return ofT(t, freedom(one, first.rows(), other, second.rows()));
  }

  /** The degrees of freedom of Welch and Satterthwaite. */
  private static double freedom(double one, long rows, double other, long otherRows) {
    return (one + other)
        * (one + other)
        / (one * one / (rows - 1) + other * other / (otherRows - 1));
  }

  /** Of the last of some steps from those before it, which go up as much as down. */
  public static double ofSteps(double[] steps) {
    int before = steps.length - 1;
    double squares = Arrays.stream(steps, 0, before).map(step -> step * step).sum();
    if (before < 1 || !(squares > 0)) {
      return 1;
    }
    return ofT(steps[before] / Math.sqrt(squares / before), before);
  }

  /** Of a number of standard deviations. */
  public static double ofNormal(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  private static double ofT(double t, double freedom) {
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
  }
}
