package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the confidence is worth: how often readings that are shown with it are right, and what one
 * would get by answering from another confidence on. A question with words that no reading explains
 * is never answered, however sure.
 *
 * @param calibrationError how far the confidence is from the share that is right, on average
 * @param bins readings by their confidence
 * @param byThreshold what would be answered from a confidence on
 * @param atPrecision the largest coverage at which the precision is still so high
 * @param atCoverage the precision where so many are answered
 */
record Certainty(
    double calibrationError,
    List<Bin> bins,
    List<Point> byThreshold,
    List<Wanted> atPrecision,
    List<Wanted> atCoverage) {
  private static final int BINS = 10;
  private static final double[] PRECISIONS = {0.80, 0.85, 0.90, 0.92, 0.95};
  private static final double[] COVERAGES = {0.30, 0.40, 0.50, 0.60};

  Certainty {
    bins = List.copyOf(bins);
    byThreshold = List.copyOf(byThreshold);
    atPrecision = List.copyOf(atPrecision);
    atCoverage = List.copyOf(atCoverage);
  }

  /** Readings whose confidence is at least {@code from}, up to the next bin. */
  record Bin(double from, int questions, double confidence, double right) {}

  /** What is answered from this confidence on, and how much of it is right. */
  record Point(double confidence, double coverage, double precision) {}

  /**
   * @param wanted the precision or coverage that is asked for
   * @param reached whether any confidence gives it
   * @param got the coverage or precision that one gets
   * @param confidence from which one has to answer
   */
  record Wanted(double wanted, boolean reached, double got, double confidence) {}

  static Certainty of(List<QuestionResult> results) {
    List<QuestionResult> sure =
        results.stream()
            .filter(QuestionResult::isExplained)
            .sorted(Comparator.comparingDouble(QuestionResult::confidence).reversed())
            .toList();
    List<Point> curve = curve(sure, results.size());
    List<Bin> bins = bins(sure);
    double error = 0;
    for (Bin bin : bins) {
      error +=
          Math.abs(bin.confidence() - bin.right()) * bin.questions() / Math.max(1, sure.size());
    }
    return new Certainty(
        Shares.rounded(error),
        bins,
        IntStream.rangeClosed(1, 9).mapToObj(tenth -> at(tenth / 10.0, curve)).toList(),
        DoubleStream.of(PRECISIONS).mapToObj(precision -> atPrecision(precision, curve)).toList(),
        DoubleStream.of(COVERAGES).mapToObj(coverage -> atCoverage(coverage, curve)).toList());
  }

  /** What one gets from each confidence that was shown, the highest first. */
  private static List<Point> curve(List<QuestionResult> sure, int all) {
    List<Point> curve = new ArrayList<>();
    int right = 0;
    for (int index = 0; index < sure.size(); index++) {
      right += sure.get(index).correct() ? 1 : 0;
      boolean last = index + 1 == sure.size();
      if (last || sure.get(index + 1).confidence() < sure.get(index).confidence()) {
        double coverage = (double) (index + 1) / all;
        double precision = (double) right / (index + 1);
        curve.add(new Point(sure.get(index).confidence(), coverage, precision));
      }
    }
    return curve;
  }

  private static Point at(double confidence, List<Point> curve) {
    return curve.stream()
        .filter(point -> point.confidence() >= confidence)
        .reduce((higher, lower) -> lower)
        .map(
            point ->
                new Point(
                    confidence,
                    Shares.rounded(point.coverage()),
                    Shares.rounded(point.precision())))
        .orElse(new Point(confidence, 0, 0));
  }

  private static Wanted atPrecision(double precision, List<Point> curve) {
    return curve.stream()
        .filter(point -> point.precision() >= precision)
        .reduce((higher, lower) -> lower)
        .map(point -> wanted(precision, point.coverage(), point))
        .orElse(new Wanted(precision, false, 0, 1));
  }

  private static Wanted atCoverage(double coverage, List<Point> curve) {
    return curve.stream()
        .filter(point -> point.coverage() >= coverage)
        .findFirst()
        .map(point -> wanted(coverage, point.precision(), point))
        .orElse(new Wanted(coverage, false, 0, 0));
  }

  private static Wanted wanted(double wanted, double got, Point point) {
    return new Wanted(wanted, true, Shares.rounded(got), Shares.rounded(point.confidence()));
  }

  private static List<Bin> bins(List<QuestionResult> sure) {
    List<Bin> bins = new ArrayList<>();
    for (int number = 0; number < BINS; number++) {
      double from = (double) number / BINS;
      double to = number + 1 == BINS ? Double.MAX_VALUE : (number + 1.0) / BINS;
      List<QuestionResult> inside =
          sure.stream().filter(r -> r.confidence() >= from && r.confidence() < to).toList();
      if (!inside.isEmpty()) {
        double shown = inside.stream().mapToDouble(QuestionResult::confidence).average().orElse(0);
        double right = Shares.of(inside, QuestionResult::correct);
        bins.add(new Bin(from, inside.size(), Shares.rounded(shown), right));
      }
    }
    return bins;
  }
}
