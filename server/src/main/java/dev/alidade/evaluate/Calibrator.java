package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns from the signals of readings how likely they are right: a logistic regression. */
final class Calibrator {
  private static final int STEPS = 25;
  private static final double PENALTY = 5;
  private static final int FEWEST = 10;

  /** What was known of a reading before its rows were judged. */
  record Outcome(Map<String, Double> signals, boolean correct) {
    Outcome {
      signals = Map.copyOf(signals);
    }
  }

  private Calibrator() {}

  /** Weights by signal, and {@code bias}; Newton's method on signals brought to one scale. */
  static Map<String, Double> fit(List<Outcome> outcomes) {
    List<String> names = names(outcomes);
    int width = names.size() + 1;
    double[] mean = new double[width];
    double[] scale = new double[width];
    double[][] rows = new double[outcomes.size()][width];
    for (int row = 0; row < rows.length; row++) {
      rows[row][0] = 1;
      for (int at = 1; at < width; at++) {
        rows[row][at] = outcomes.get(row).signals().getOrDefault(names.get(at - 1), 0.0);
        mean[at] += rows[row][at] / rows.length;
      }
    }
    for (int at = 1; at < width; at++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += (row[at] - mean[at]) * (row[at] - mean[at]);
      }
      scale[at] = Math.sqrt(sum / rows.length) + 1e-9;
      for (double[] row : rows) {
        row[at] = (row[at] - mean[at]) / scale[at];
      }
    }
    double[] weights = new double[width];
    for (int step = 0; step < STEPS; step++) {
      newton(rows, outcomes, weights);
    }
    Map<String, Double> found = new TreeMap<>();
    double bias = weights[0];
    for (int at = 1; at < width; at++) {
      double weight = weights[at] / scale[at];
      bias -= weight * mean[at];
      found.put(names.get(at - 1), rounded(weight));
    }
    found.put("bias", rounded(bias));
    found.values().removeIf(weight -> weight == 0);
    return found;
  }

  private static List<String> names(List<Outcome> outcomes) {
    Map<String, Integer> seen = new TreeMap<>();
    outcomes.forEach(
        outcome -> outcome.signals().keySet().forEach(n -> seen.merge(n, 1, Integer::sum)));
    NavigableSet<String> frequent = new TreeSet<>();
    seen.forEach(
        (name, times) -> {
          if (times >= FEWEST) {
            frequent.add(name);
          }
        });
    return new ArrayList<>(frequent);
  }

  private static void newton(double[][] rows, List<Outcome> outcomes, double[] weights) {
    int width = weights.length;
    double[] slope = new double[width];
    double[][] curve = new double[width][width];
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int at = 0; at < width; at++) {
        sum += rows[row][at] * weights[at];
      }
      double likely = 1 / (1 + Math.exp(-sum));
      double error = likely - (outcomes.get(row).correct() ? 1 : 0);
      double spread = likely * (1 - likely);
      for (int at = 0; at < width; at++) {
        slope[at] += error * rows[row][at];
        double part = spread * rows[row][at];
        for (int other = 0; part != 0 && other <= at; other++) {
          curve[at][other] += part * rows[row][other];
        }
      }
    }
    for (int at = 0; at < width; at++) {
      slope[at] += PENALTY * weights[at];
      curve[at][at] += PENALTY;
      for (int other = 0; other < at; other++) {
        curve[other][at] = curve[at][other];
      }
    }
    double[] change = solve(curve, slope);
    for (int at = 0; at < width; at++) {
      weights[at] -= change[at];
    }
  }

  /** The solution of a positive definite system, by Cholesky's decomposition in place. */
  private static double[] solve(double[][] matrix, double[] right) {
    int width = right.length;
    for (int column = 0; column < width; column++) {
      for (int row = column; row < width; row++) {
        double sum = matrix[row][column];
        for (int at = 0; at < column; at++) {
          sum -= matrix[row][at] * matrix[column][at];
        }
        matrix[row][column] = row == column ? Math.sqrt(sum) : sum / matrix[column][column];
      }
    }
    double[] solution = right.clone();
    for (int row = 0; row < width; row++) {
      for (int at = 0; at < row; at++) {
        solution[row] -= matrix[row][at] * solution[at];
      }
      solution[row] /= matrix[row][row];
    }
    for (int row = width - 1; row >= 0; row--) {
      for (int at = row + 1; at < width; at++) {
        solution[row] -= matrix[at][row] * solution[at];
      }
      solution[row] /= matrix[row][row];
    }
    return solution;
  }

  private static double rounded(double weight) {
    return Math.round(weight * 10_000) / 10_000.0;
  }
}
