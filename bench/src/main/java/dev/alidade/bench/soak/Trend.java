package dev.alidade.bench.soak;

import java.util.Arrays;
import java.util.List;

/**
 * The line through points in time that a few odd ones do not move (Theil and Sen): its slope is the
 * median of the slopes between all pairs.
 */
record Trend(double perSecond, double median) {
  /** A value at a time, in seconds. */
  record Point(double second, double value) {}

  static Trend of(List<Point> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a trend needs two points");
    }
    double[] slopes = new double[points.size() * (points.size() - 1) / 2];
    int count = 0;
    for (int first = 0; first < points.size(); first++) {
      for (Point later : points.subList(first + 1, points.size())) {
        double time = later.second() - points.get(first).second();
        slopes[count++] = (later.value() - points.get(first).value()) / time;
      }
    }
    return new Trend(median(slopes), median(points.stream().mapToDouble(Point::value).toArray()));
  }

  /** What it comes to in so many seconds. */
  double growth(double seconds) {
    return perSecond * seconds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
