package dev.alidade.insight.statistic;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The value that lies furthest from the others, by its distance from the median in robust standard
 * deviations (Iglewicz and Hoaglin 1993).
 *
 * @param index which value it is
 * @param z how far it lies off
 * @param pValue how often the furthest of as many normal values lies as far off: the search among
 *     all values is thereby allowed for
 */
public record Outlier(int index, double z, double pValue) {
  private static final int DRAWS = 9_999;
  private static final int DRAWS_BESIDE_LINES = 1_999;
  private static final int MOST_BESIDE_LINES = 60;
  private static final Map<Integer, double[]> FURTHEST = new ConcurrentHashMap<>();
  private static final Map<Integer, double[]> FURTHEST_BESIDE_LINES = new ConcurrentHashMap<>();

  /** The furthest of these values; where most of them are equal, nothing is told apart. */
  public static Outlier of(double[] values) {
    return of(values, FURTHEST.computeIfAbsent(values.length, Outlier::draw));
  }

  /** The value that lies furthest from the line through all of them, in order of time. */
  public static Outlier besideLine(double[] values) {
    // With many values the line takes next to nothing of their spread.
    return values.length > MOST_BESIDE_LINES
        ? of(withoutLine(values))
        : of(
            withoutLine(values),
            FURTHEST_BESIDE_LINES.computeIfAbsent(values.length, Outlier::drawBesideLines));
  }

  private static double[] withoutLine(double[] values) {
    double slope = MannKendall.of(values).slope();
    double[] rest = values.clone();
    for (int index = 0; index < rest.length; index++) {
      rest[index] -= slope * index;
    }
    return rest;
  }

  private static Outlier of(double[] values, double[] drawn) {
    double spread = Center.spread(values);
    if (!(spread > 0)) {
      return new Outlier(0, 0, 1);
    }
    double median = Center.median(values);
    int furthest = 0;
    for (int index = 1; index < values.length; index++) {
      if (Math.abs(values[index] - median) > Math.abs(values[furthest] - median)) {
        furthest = index;
      }
    }
    double z = (values[furthest] - median) / spread;
    return new Outlier(furthest, z, pValue(Math.abs(z), drawn));
  }

  private static double pValue(double z, double[] drawn) {
    int at = Arrays.binarySearch(drawn, z);
    int below = at >= 0 ? at : -at - 1;
    return (drawn.length - below + 1.0) / (drawn.length + 1);
  }

  private static double[] draw(int count) {
    return draw(count, DRAWS, UnaryOperator.identity());
  }

  private static double[] drawBesideLines(int count) {
    return draw(count, DRAWS_BESIDE_LINES, Outlier::withoutLine);
  }

  /** How far the furthest of so many normal values lies off, drawn many times and sorted. */
  private static double[] draw(int count, int draws, UnaryOperator<double[]> made) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(count);
    double[] furthest = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double[] normal = new double[count];
      for (int index = 0; index < count; index++) {
        normal[index] = random.nextGaussian();
      }
      double[] values = made.apply(normal);
      double median = Center.median(values);
      double most = 0;
      for (double value : values) {
        most = Math.max(most, Math.abs(value - median));
      }
      furthest[draw] = most / Center.spread(values);
    }
    Arrays.sort(furthest);
    return furthest;
  }
}
