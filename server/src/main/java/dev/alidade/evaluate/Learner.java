package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Finds the weights under which right readings are the likeliest: a log-linear model, learned with
 * AdaGrad (Duchi, Hazan and Singer 2011) under both an absolute and a squared penalty, the weights
 * of the later epochs averaged.
 */
final class Learner {
  private static final int EPOCHS = 8;
  private static final int FIRST_AVERAGED = 2;
  private static final double STEP = 0.07;
  private static final double SQUARED_PENALTY = 0.001;
  private static final double ABSOLUTE_PENALTY = 0.01;
  private static final long SEED = 20_261_121;

  private final Map<String, Double> start;
  private final FeatureNumbers numbers;

  /** A learner that stays near these weights where nothing speaks against them. */
  Learner(Map<String, Double> start, FeatureNumbers numbers) {
    this.start = start;
    this.numbers = numbers;
  }

  /** Weights by name, learned from examples in the order given. */
  Map<String, Double> learn(Collection<Example> examples) {
    List<Collection<Example.Vector>> questions = new ArrayList<>();
    examples.stream().filter(Example::canTeach).map(Example::readings).forEach(questions::add);
    double[] origin = new double[numbers.size()];
    numbers.byName().forEach((name, number) -> origin[number] = start.getOrDefault(name, 0.0));
    double[] weights = origin.clone();
    double[] squares = new double[weights.length];
    double[] sums = new double[weights.length];
    Arrays.fill(squares, 1);
    Gradient gradient = new Gradient(weights.length);
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(questions, random);
      for (Collection<Example.Vector> readings : questions) {
        slope(readings, weights, gradient);
        step(gradient, weights, origin, squares);
        gradient.clear();
      }
      for (int number = 0; epoch >= FIRST_AVERAGED && number < sums.length; number++) {
        sums[number] += weights[number];
      }
    }
    Map<String, Double> learned = new TreeMap<>(start);
    numbers
        .byName()
        .forEach(
            (name, number) -> learned.put(name, rounded(sums[number] / (EPOCHS - FIRST_AVERAGED))));
    learned.values().removeIf(weight -> weight == 0);
    return learned;
  }

  private static void slope(
      Collection<Example.Vector> readings, double[] weights, Gradient gradient) {
    double[] scores = readings.stream().mapToDouble(reading -> reading.score(weights)).toArray();
    double best = Arrays.stream(scores).max().orElseThrow();
    double all = 0;
    double right = 0;
    int at = 0;
    for (Example.Vector reading : readings) {
      scores[at] = Math.exp(scores[at] - best);
      all += scores[at];
      right += reading.isCorrect() ? scores[at] : 0;
      at++;
    }
    at = 0;
    for (Example.Vector reading : readings) {
      double wanted = reading.isCorrect() ? scores[at] / Math.max(right, Double.MIN_NORMAL) : 0;
      reading.addTo(gradient, wanted - scores[at] / all);
      at++;
    }
  }

  private static void step(Gradient gradient, double[] weights, double[] origin, double[] squares) {
    for (int at = 0; at < gradient.size(); at++) {
      int number = gradient.feature(at);
      double away = weights[number] - origin[number];
      double slope = gradient.sum(at) - SQUARED_PENALTY * away;
      squares[number] += slope * slope;
      double rate = STEP / Math.sqrt(squares[number]);
      double moved = away + rate * slope;
      double kept = Math.max(0, Math.abs(moved) - rate * ABSOLUTE_PENALTY);
      weights[number] = origin[number] + Math.signum(moved) * kept;
    }
  }

  private static double rounded(double weight) {
    return Math.round(weight * 1000) / 1000.0;
  }
}
