package dev.alidade.cache.derive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Adds and compares values of which it is sure that the engine does the same. */
final class Exactly {
  private Exactly() {}

  /** The sum of two numbers of a kind; empty where it has more digits than the engine may hold. */
  static Optional<Object> sum(Object left, Object right, int digits) {
    return switch (left) {
      case Long one when right instanceof Long other ->
          room(BigDecimal.valueOf(one).add(BigDecimal.valueOf(other)), digits)
              .map(BigDecimal::longValueExact);
      case BigInteger one when right instanceof BigInteger other ->
          room(new BigDecimal(one.add(other)), digits).map(BigDecimal::toBigIntegerExact);
      case BigDecimal one when right instanceof BigDecimal other ->
          room(one.add(other), digits).map(sum -> sum);
      default -> Optional.empty();
    };
  }

  /** How two values of a kind compare; empty where that is not sure. */
  static Optional<Integer> compare(Object left, Object right) {
    return switch (left) {
      case Long one when right instanceof Long other -> Optional.of(one.compareTo(other));
      case BigInteger one when right instanceof BigInteger other ->
          Optional.of(one.compareTo(other));
      case BigDecimal one when right instanceof BigDecimal other ->
          Optional.of(one.compareTo(other));
      case LocalDate one when right instanceof LocalDate other -> Optional.of(one.compareTo(other));
      case LocalDateTime one when right instanceof LocalDateTime other ->
          Optional.of(one.compareTo(other));
      case Boolean one when right instanceof Boolean other -> Optional.of(one.compareTo(other));
      default -> Optional.empty();
    };
  }

  /** Whether all values in a column compare with each other. */
  static boolean areComparable(List<Object[]> rows, int column) {
    Object[] values = rows.stream().map(row -> row[column]).filter(Objects::nonNull).toArray();
    return values.length == 0
        || Arrays.stream(values).allMatch(value -> compare(values[0], value).isPresent());
  }

  private static Optional<BigDecimal> room(BigDecimal sum, int digits) {
    return sum.precision() <= digits ? Optional.of(sum) : Optional.empty();
  }
}
