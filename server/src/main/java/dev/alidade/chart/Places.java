package dev.alidade.chart;

import java.util.List;
import java.util.Optional;

/**
 * Along which column marks stand, what they measure, and what tells their series apart.
 *
 * @param along what the column is along which they stand
 * @param count how many values it has
 */
record Places(
    String x, List<String> measures, Optional<String> series, Trait.Role along, int count) {
  /** More names than these are not read at one glance. */
  static final int MOST_NAMES = 60;

  /** More series than these are not told apart. */
  static final int MOST_SERIES = 20;

  private static final int MOST_MEASURES = 4;

  Places {
    measures = List.copyOf(measures);
  }

  /** The first time or name; where there is neither, the first of several measures. */
  static Optional<Places> of(Shape shape) {
    List<String> measures = shape.measures();
    List<String> places = shape.places();
    if (measures.isEmpty() || shape.rows() == 0) {
      return Optional.empty();
    }
    if (places.isEmpty()) {
      return measures.size() < 2
          ? Optional.empty()
          : Optional.of(of(shape, measures.getFirst(), measures.subList(1, 2), Optional.empty()));
    }
    if (places.size() > 1) {
      return Optional.of(split(shape, places, measures));
    }
    List<String> some = measures.subList(0, Math.min(MOST_MEASURES, measures.size()));
    return Optional.of(of(shape, places.getFirst(), some, Optional.empty()));
  }

  private static Places split(Shape shape, List<String> places, List<String> measures) {
    String x = places.getFirst();
    String other = places.get(1);
    boolean swapped =
        shape.times().isEmpty()
            && shape.distinct(other) > MOST_SERIES
            && shape.distinct(x) < shape.distinct(other);
    String along = swapped ? other : x;
    String series = swapped ? x : other;
    return of(shape, along, measures.subList(0, 1), Optional.of(series));
  }

  private static Places of(Shape shape, String x, List<String> measures, Optional<String> series) {
    return new Places(x, measures, series, along(shape, x), shape.distinct(x));
  }

  /** A number that something was counted for names its rows. */
  private static Trait.Role along(Shape shape, String x) {
    Trait.Role role = shape.trait(x).map(Trait::role).orElse(Trait.Role.CATEGORY);
    boolean names = role == Trait.Role.MEASURE && shape.categories().contains(x);
    return names ? Trait.Role.CATEGORY : role;
  }

  Encoding encoding() {
    return Encoding.of(x, measures).series(series);
  }

  /** One measure only, for what has no room for more. */
  Encoding single() {
    return Encoding.of(x, measures.subList(0, 1));
  }
}
