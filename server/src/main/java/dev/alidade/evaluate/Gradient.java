package dev.alidade.evaluate;

import java.util.Arrays;

/** Sums by feature number that are mostly zero. */
final class Gradient {
  private final double[] sums;
  private final boolean[] isTouched;
  private int[] touched = new int[1024];
  private int size;

  Gradient(int features) {
    sums = new double[features];
    isTouched = new boolean[features];
  }

  void add(int feature, double value) {
    if (!isTouched[feature]) {
      isTouched[feature] = true;
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size);
      }
      touched[size++] = feature;
    }
    sums[feature] += value;
  }

  int size() {
    return size;
  }

  int feature(int at) {
    return touched[at];
  }

  double sum(int at) {
    return sums[touched[at]];
  }

  void clear() {
    for (int at = 0; at < size; at++) {
      sums[touched[at]] = 0;
      isTouched[touched[at]] = false;
    }
    size = 0;
  }
}
