package dev.alidade.insight.statistic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What p-values are worth when many tests were made (Benjamini and Hochberg 1995). */
public final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /** The least share of false discoveries at which each of the tests would be taken as one. */
  public static double[] adjusted(List<Double> pValues) {
    List<Integer> order =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparingDouble(pValues::get))
            .toList();
    double[] adjusted = new double[pValues.size()];
    double least = 1;
    for (int place = order.size(); place >= 1; place--) {
      int test = order.get(place - 1);
      least = Math.min(least, pValues.get(test) * order.size() / place);
      adjusted[test] = least;
    }
    return adjusted;
  }
}
