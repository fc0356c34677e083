package dev.alidade.evaluate;

import java.util.List;

/** How long planning took: half of the questions took no longer than the median. */
record Planning(long microsMedian, long micros95) {
  static Planning of(List<Long> micros) {
    List<Long> sorted = micros.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return new Planning(0, 0);
    }
    return new Planning(sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)));
  }
}
