package dev.alidade.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * What an engine keeps about a column.
 *
 * @param nullFraction from 0 to 1
 * @param minimum the smallest value as text, where it is kept
 * @param maximum the largest value as text, where it is kept
 */
public record ColumnStatistics(
    Optional<Double> nullFraction,
    Optional<Long> distinctValues,
    Optional<String> minimum,
    Optional<String> maximum) {
  public ColumnStatistics {
    Objects.requireNonNull(nullFraction, "nullFraction");
    Objects.requireNonNull(distinctValues, "distinctValues");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
  }
}
