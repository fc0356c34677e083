package dev.alidade.engine.sqlite;

import dev.alidade.engine.ResultRules;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sure of SQLite's results. A column that is computed has the type of its first rows, and
 * looks like one that was declared so: both have to have that type.
 */
final class SqliteResultRules implements ResultRules {
  private static final int DIGITS_OF_SUM = 18;

  private final SqliteSeal seal;

  SqliteResultRules(SqliteSeal seal) {
    this.seal = seal;
  }

  @Override
  public Scoped scoped(String text) {
    SqliteSeal.Opened opened = seal.open(text);
    // With their lengths, so that no two lists of views look alike.
    String scope =
        opened.views().views().stream()
            .map(view -> List.of(view.table().table(), view.query()))
            .flatMap(List::stream)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining());
    return new Scoped(scope, opened.sql());
  }

  /** Whole numbers only: dates and decimals are stored as what somebody wrote. */
  @Override
  public boolean comparesExactly(DataType type) {
    return type.kind() == TypeKind.INTEGER;
  }

  /** What was stored as a date is shown as one only where it was written in the one way. */
  @Override
  public Likeness likeness(DataType type) {
    return switch (type.kind()) {
      case INTEGER -> Likeness.EXACT;
      case TEXT, DATE -> Likeness.SHOWN;
      case BOOLEAN,
          DECIMAL,
          FLOAT,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          INTERVAL,
          BINARY,
          UUID,
          JSON,
          LIST,
          STRUCT,
          MAP,
          OTHER ->
          Likeness.UNSURE;
    };
  }

  /** A sum is a whole number only if all its numbers are, and fails where it has no room. */
  @Override
  public int digitsOfSum(DataType type) {
    return type.equals(SqliteTypes.INTEGER) ? DIGITS_OF_SUM : 0;
  }

  @Override
  public boolean nullsComeFirst(boolean descending) {
    return !descending;
  }

  @Override
  public boolean isTypeOf(DataType type, Supplier<Stream<Object>> values) {
    if (type.equals(SqliteTypes.TEXT)) {
      return areAll(values, String.class::isInstance);
    }
    if (type.equals(SqliteTypes.INTEGER)) {
      return areAll(values, Long.class::isInstance) && isAny(values, Objects::nonNull);
    }
    if (type.equals(SqliteTypes.REAL)) {
      return areAll(values, Double.class::isInstance)
          && isAny(values, value -> value instanceof Double real && isNoWholeNumber(real));
    }
    if (type.equals(SqliteTypes.BLOB)) {
      return areAll(values, byte[].class::isInstance) && isAny(values, Objects::nonNull);
    }
    return !type.equals(SqliteTypes.ANY);
  }

  /** A whole number may be an integer that is shown as a real because of its neighbours. */
  private static boolean isNoWholeNumber(double real) {
    return real != Math.rint(real);
  }

  private static boolean areAll(Supplier<Stream<Object>> values, Predicate<Object> fits) {
    return values.get().allMatch(value -> value == null || fits.test(value));
  }

  private static boolean isAny(Supplier<Stream<Object>> values, Predicate<Object> fits) {
    return values.get().anyMatch(fits);
  }
}
