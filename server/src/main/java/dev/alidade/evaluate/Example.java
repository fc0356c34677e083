package dev.alidade.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The readings of one question, with the rows of each judged. */
final class Example {
  private final FeatureNumbers numbers;
  private final NavigableMap<String, Vector> bySql = new TreeMap<>();

  Example(FeatureNumbers numbers) {
    this.numbers = numbers;
  }

  void add(String sql, Map<String, Double> features, boolean correct) {
    bySql.put(sql, Vector.of(features, correct, numbers));
  }

  void addAll(Example other) {
    other.bySql.forEach(bySql::putIfAbsent);
  }

  boolean hasCorrect() {
    return bySql.values().stream().anyMatch(Vector::isCorrect);
  }

  boolean canTeach() {
    return hasCorrect() && !bySql.values().stream().allMatch(Vector::isCorrect);
  }

  /** The readings in the order of their SQL, so that sums come out the same each time. */
  Collection<Vector> readings() {
    return bySql.values();
  }

  /** The features of one reading. */
  static final class Vector {
    private final int[] indexes;
    private final float[] values;
    private final boolean correct;

    private Vector(int[] indexes, float[] values, boolean correct) {
      this.indexes = indexes;
      this.values = values;
      this.correct = correct;
    }

    private static Vector of(
        Map<String, Double> features, boolean correct, FeatureNumbers numbers) {
      List<String> names = features.keySet().stream().sorted().toList();
      int[] indexes = new int[names.size()];
      float[] values = new float[names.size()];
      for (int at = 0; at < indexes.length; at++) {
        indexes[at] = numbers.of(names.get(at));
        values[at] = features.get(names.get(at)).floatValue();
      }
      return new Vector(indexes, values, correct);
    }

    boolean isCorrect() {
      return correct;
    }

    double score(double[] weights) {
      double score = 0;
      for (int at = 0; at < indexes.length; at++) {
        score += weights[indexes[at]] * values[at];
      }
      return score;
    }

    /** Adds the features, times {@code factor}, to {@code sums}. */
    void addTo(Gradient sums, double factor) {
      for (int at = 0; at < indexes.length; at++) {
        sums.add(indexes[at], factor * values[at]);
      }
    }
  }
}
