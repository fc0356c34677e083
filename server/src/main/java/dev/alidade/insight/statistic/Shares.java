package dev.alidade.insight.statistic;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How unevenly a total is spread over its parts. */
public final class Shares {
  private static final int DRAWS = 9_999;
  private static final Map<Integer, double[]> BROKEN = new ConcurrentHashMap<>();

  private Shares() {}

  /** Gini's coefficient: 0 where all parts are equal, near 1 where one holds all. */
  public static double gini(double[] parts) {
    double[] sorted = parts.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    double total = 0;
    for (int index = 0; index < sorted.length; index++) {
      weighted += (2.0 * (index + 1) - sorted.length - 1) * sorted[index];
      total += sorted[index];
    }
    return total == 0 ? 0 : weighted / (sorted.length * total);
  }

  /**
   * How often a total that is broken at random points into as many parts is spread so unevenly or
   * more (the broken stick of MacArthur 1957).
   */
  public static double pValue(double gini, int parts) {
    double[] drawn = BROKEN.computeIfAbsent(parts, Shares::draw);
    int at = Arrays.binarySearch(drawn, gini);
    int below = at >= 0 ? at : -at - 1;
    return (drawn.length - below + 1.0) / (drawn.length + 1);
  }

  private static double[] draw(int parts) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(parts);
    double[] ginis = new double[DRAWS];
    double[] lengths = new double[parts];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int index = 0; index < parts; index++) {
        lengths[index] = random.nextExponential();
      }
      ginis[draw] = gini(lengths);
    }
    Arrays.sort(ginis);
    return ginis;
  }
}
