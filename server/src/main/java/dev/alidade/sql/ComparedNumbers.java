package dev.alidade.sql;

import java.util.Optional;

/**
 * What statements have in common that differ only in the whole numbers that something is compared
 * with: {@code id = 17} and {@code id = 42}, {@code total > 5} and {@code total > 6}.
 */
final class ComparedNumbers {
  /** Stands where a number stood; no statement with a shape holds it otherwise. */
  private static final char PLACE = '\uFFFF';

  // With nothing quoted and nothing commented, a number is a number in every dialect.
  private static final String UNCLEAR = "'\"`$\\[{#@?:" + PLACE;
  // What has more digits is another kind of constant.
  private static final int MOST_DIGITS = 9;
  private static final int LONGEST = 10_000;

  private final String sql;
  private final StringBuilder shape = new StringBuilder();
  private int copied;

  private ComparedNumbers(String sql) {
    this.sql = sql;
  }

  /** The shape of a statement; empty where it has no such number, or may not be taken so simply. */
  static Optional<String> shapeOf(String sql) {
    return sql.length() > LONGEST || isUnclear(sql)
        ? Optional.empty()
        : new ComparedNumbers(sql).shape();
  }

  private static boolean isUnclear(String sql) {
    return sql.chars().anyMatch(unit -> UNCLEAR.indexOf(unit) >= 0)
        || sql.contains("--")
        || sql.contains("/*");
  }

  private Optional<String> shape() {
    for (int index = 0; index < sql.length(); index++) {
      if (isComparison(sql.charAt(index))) {
        replace(behindBlanks(index + 1));
      }
    }
    return copied == 0
        ? Optional.empty()
        : Optional.of(shape.append(sql, copied, sql.length()).toString());
  }

  private void replace(int start) {
    int end = start;
    while (end < sql.length() && isDigit(sql.charAt(end))) {
      end++;
    }
    boolean isNumber = end > start && end - start <= MOST_DIGITS && endsAt(end);
    // A leading zero may begin a number of another base.
    if (isNumber && (end == start + 1 || sql.charAt(start) != '0')) {
      shape.append(sql, copied, start).append(PLACE);
      copied = end;
    }
  }

  private boolean endsAt(int end) {
    return end == sql.length() || " \n\t\r);,".indexOf(sql.charAt(end)) >= 0;
  }

  private int behindBlanks(int start) {
    int position = start;
    while (position < sql.length() && " \n\t\r".indexOf(sql.charAt(position)) >= 0) {
      position++;
    }
    return position;
  }

  private static boolean isComparison(char unit) {
    return unit >= '<' && unit <= '>';
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }
}
