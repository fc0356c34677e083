package dev.alidade.insight.statistic;

import java.util.Arrays;

/** Where numbers lie and how far they spread, unmoved by a few that lie far off. */
public final class Center {
  /** Makes the median absolute deviation of normal numbers their standard deviation. */
  private static final double NORMAL = 1.482602218505602;

  private Center() {}

  /** The value in the middle. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median distance from the median, as an estimate of the standard deviation. */
  public static double spread(double[] values) {
    double median = median(values);
    double[] distances = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      distances[index] = Math.abs(values[index] - median);
    }
    return NORMAL * median(distances);
  }
}
