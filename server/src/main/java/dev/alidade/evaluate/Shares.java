package dev.alidade.evaluate;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** Shares of a whole, rounded to four digits, and how they are written. */
final class Shares {
  private Shares() {}

  static double of(long part, long whole) {
    return whole == 0 ? 0 : rounded((double) part / whole);
  }

  /** The share of those that fulfill {@code condition}. */
  static <T> double of(Collection<T> all, Predicate<T> condition) {
    return of(all.stream().filter(condition).count(), all.size());
  }

  static double rounded(double share) {
    return Math.round(10_000 * share) / 10_000.0;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
