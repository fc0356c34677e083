package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the weights under which right readings are the likeliest (log-linear, AdaGrad). */
final class Learner {
  private static final int EPOCHS = 40;
  private static final double STEP = 0.15;
  private static final double PULL = 0.0006;

  private final Map<String, Double> start;

  /** A learner that stays near these weights where nothing speaks against them. */
  Learner(Map<String, Double> start) {
    this.start = start;
  }

  Map<String, Double> learn(Collection<Example> examples) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<List<Example.Vector>> questions = new ArrayList<>();
    for (Example example : examples) {
      if (example.canTeach()) {
        questions.add(example.vectors(numbers));
      }
    }
    double[] origin = new double[numbers.size()];
    numbers.forEach((name, number) -> origin[number] = start.getOrDefault(name, 0.0));
    double[] weights = origin.clone();
    double[] squares = new double[weights.length];
    Arrays.fill(squares, 1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (List<Example.Vector> readings : questions) {
        step(readings, weights, squares);
      }
      for (int number = 0; number < weights.length; number++) {
        weights[number] -= PULL * questions.size() / 100 * (weights[number] - origin[number]);
      }
    }
    Map<String, Double> learned = new TreeMap<>(start);
    numbers.forEach(
        (name, number) -> learned.put(name, Math.round(weights[number] * 1000) / 1000.0));
    learned.values().removeIf(weight -> weight == 0);
    return learned;
  }

  private static void step(List<Example.Vector> readings, double[] weights, double[] squares) {
    double[] scores = new double[readings.size()];
    double best = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < scores.length; at++) {
      scores[at] = readings.get(at).score(weights);
      best = Math.max(best, scores[at]);
    }
    double all = 0;
    double right = 0;
    for (int at = 0; at < scores.length; at++) {
      scores[at] = Math.exp(scores[at] - best);
      all += scores[at];
      right += readings.get(at).isCorrect() ? scores[at] : 0;
    }
    Map<Integer, Double> gradient = new LinkedHashMap<>();
    for (int at = 0; at < scores.length; at++) {
      Example.Vector reading = readings.get(at);
      double expected = scores[at] / all;
      double wanted = reading.isCorrect() ? scores[at] / Math.max(right, 1e-12) : 0;
      reading.addTo(gradient, wanted - expected);
    }
    gradient.forEach(
        (number, slope) -> {
          squares[number] += slope * slope;
          weights[number] += STEP * slope / Math.sqrt(squares[number]);
        });
  }
}
