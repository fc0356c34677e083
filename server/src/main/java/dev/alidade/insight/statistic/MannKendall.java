package dev.alidade.insight.statistic;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether values go up or down from one to the next (Mann 1945, Kendall 1975), ties allowed for;
 * the slope is the median of all slopes between two of them (Sen 1968).
 *
 * @param rank how many pairs go up, less those that go down
 * @param tau the same as a share of all pairs, from -1 to 1
 * @param slope by how much a value typically differs from the one before
 * @param pValue of both sides, with the continuity correction
 */
public record MannKendall(
    long rank, double variance, double z, double tau, double slope, double pValue) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The test of values in order of time, evenly spaced. */
  public static MannKendall of(double[] values) {
    int count = values.length;
    double[] slopes = new double[count * (count - 1) / 2];
    long rank = 0;
    int next = 0;
    for (int early = 0; early < count; early++) {
      for (int late = early + 1; late < count; late++) {
        double rise = values[late] - values[early];
        rank += (int) Math.signum(rise);
        slopes[next++] = rise / (late - early);
      }
    }
    double variance = (count * (count - 1.0) * (2 * count + 5) - ties(values)) / 18;
    double z = variance > 0 ? (rank - Long.signum(rank)) / Math.sqrt(variance) : 0;
    return new MannKendall(
        rank,
        variance,
        z,
        rank / (double) slopes.length,
        Center.median(slopes),
        Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))));
  }

  private static double ties(double[] values) {
    Map<Double, Integer> groups = new HashMap<>();
    for (double value : values) {
      groups.merge(value, 1, Integer::sum);
    }
    return groups.values().stream().mapToDouble(size -> size * (size - 1.0) * (2 * size + 5)).sum();
  }
}
