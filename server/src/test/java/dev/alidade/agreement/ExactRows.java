package dev.alidade.agreement;

import dev.alidade.engine.Batch;
import dev.alidade.query.GovernedResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows as an engine gives them, compared in order. Two numbers are the same when they are equal;
 * where one of them is binary (a DOUBLE, or any number of an engine without exact decimals), when
 * they differ by a billionth at most. All else must be equal.
 */
record ExactRows(List<Object[]> rows, boolean exactDecimals) {
  private static final double TOLERANCE = 1e-9;

  static ExactRows read(GovernedResult result, boolean exactDecimals) {
    List<Object[]> rows = new ArrayList<>();
    try (result) {
      int width = result.columns().size();
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          Object[] cells = new Object[width];
          for (int column = 0; column < width; column++) {
            cells[column] = batch.get().value(column, row);
          }
          rows.add(cells);
        }
      }
    }
    return new ExactRows(rows, exactDecimals);
  }

  /** The first difference, in words; empty where there is none. */
  Optional<String> differenceFrom(ExactRows other) {
    for (int row = 0; row < Math.min(rows.size(), other.rows.size()); row++) {
      Object[] left = rows.get(row);
      Object[] right = other.rows.get(row);
      boolean same = left.length == right.length;
      for (int column = 0; same && column < left.length; column++) {
        same = same(left[column], right[column], exactDecimals && other.exactDecimals);
      }
      if (!same) {
        return Optional.of(
            "row %d: %s, not %s".formatted(row + 1, Arrays.toString(left), Arrays.toString(right)));
      }
    }
    return rows.size() == other.rows.size()
        ? Optional.empty()
        : Optional.of("%d rows, not %d".formatted(rows.size(), other.rows.size()));
  }

  /** Whether a row says something: not only NULL, zero or nothing at all. */
  boolean saySomething() {
    return rows.stream()
        .flatMap(Arrays::stream)
        .anyMatch(cell -> cell instanceof Number number ? number.doubleValue() != 0 : cell != null);
  }

  static boolean same(Object left, Object right, boolean exactDecimals) {
    if (!(left instanceof Number one) || !(right instanceof Number other)) {
      return Objects.equals(left, right);
    }
    BigDecimal first = decimal(one);
    BigDecimal second = decimal(other);
    if (first.compareTo(second) == 0) {
      return true;
    }
    boolean exact = exactDecimals && !(one instanceof Double) && !(other instanceof Double);
    double size = Math.max(first.abs().doubleValue(), second.abs().doubleValue());
    return !exact && first.subtract(second).abs().doubleValue() <= TOLERANCE * size;
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case BigDecimal exact -> exact;
      case BigInteger whole -> new BigDecimal(whole);
      case Double real -> BigDecimal.valueOf(real);
      default -> BigDecimal.valueOf(number.longValue());
    };
  }
}
