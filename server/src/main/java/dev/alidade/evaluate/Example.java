package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readings of one question, with the rows of each judged. */
final class Example {
  private record Judged(Map<String, Double> features, boolean correct) {}

  private final Map<String, Judged> bySql = new HashMap<>();

  void add(String sql, Map<String, Double> features, boolean correct) {
    bySql.put(sql, new Judged(features, correct));
  }

  void addAll(Example other) {
    bySql.putAll(other.bySql);
  }

  boolean hasCorrect() {
    return bySql.values().stream().anyMatch(Judged::correct);
  }

  boolean canTeach() {
    return hasCorrect() && bySql.values().stream().anyMatch(judged -> !judged.correct);
  }

  /** The readings as vectors over numbered features. */
  List<Vector> vectors(Map<String, Integer> numbers) {
    List<Vector> vectors = new ArrayList<>();
    bySql.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> vectors.add(Vector.of(entry.getValue(), numbers)));
    return vectors;
  }

  /** The features of one reading. */
  static final class Vector {
    private final int[] indexes;
    private final double[] values;
    private final boolean correct;

    private Vector(int[] indexes, double[] values, boolean correct) {
      this.indexes = indexes;
      this.values = values;
      this.correct = correct;
    }

    boolean isCorrect() {
      return correct;
    }

    /** Adds the features, times {@code factor}, to a sum by feature number. */
    void addTo(Map<Integer, Double> sums, double factor) {
      for (int at = 0; at < indexes.length; at++) {
        sums.merge(indexes[at], factor * values[at], Double::sum);
      }
    }

    private static Vector of(Judged judged, Map<String, Integer> numbers) {
      List<String> names = judged.features.keySet().stream().sorted().toList();
      int[] indexes = new int[names.size()];
      double[] values = new double[names.size()];
      for (int at = 0; at < indexes.length; at++) {
        String name = names.get(at);
        Integer number = numbers.get(name);
        if (number == null) {
          number = numbers.size();
          numbers.put(name, number);
        }
        indexes[at] = number;
        values[at] = judged.features.get(name);
      }
      return new Vector(indexes, values, judged.correct);
    }

    double score(double[] weights) {
      double score = 0;
      for (int at = 0; at < indexes.length; at++) {
        score += weights[indexes[at]] * values[at];
      }
      return score;
    }
  }
}
