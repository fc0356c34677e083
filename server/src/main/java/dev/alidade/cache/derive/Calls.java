package dev.alidade.cache.derive;

import dev.alidade.sql.SqlToken.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what is computed of one row from what may look at several, or give several. */
final class Calls {
  /** Behind these a parenthesis is no call of a function that may be an aggregate. */
  private static final Set<String> NO_CALLS =
      Set.of("AND", "CAST", "COALESCE", "ELSE", "IN", "NOT", "NULLIF", "OR", "THEN", "WHEN");

  /** What gives one value for the values of one row on every engine that has it. */
  private static final Set<String> OF_ONE_ROW =
      Set.of(
          "ABS",
          "CEIL",
          "DATE",
          "DATE_FORMAT",
          "DATE_PART",
          "DATE_TRUNC",
          "DAY",
          "DAYOFMONTH",
          "EXTRACT",
          "FLOOR",
          "HOUR",
          "LENGTH",
          "LOWER",
          "MAKEDATE",
          "MONTH",
          "QUARTER",
          "ROUND",
          "STRFTIME",
          "SUBSTR",
          "SUBSTRING",
          "TO_CHAR",
          "TRIM",
          "UPPER",
          "WEEKDAY",
          "YEAR");

  /** What makes an aggregate of its own, or more than one value. */
  private static final Set<String> NOT_OF_ONE_ROW =
      Set.of(
          "ALL",
          "COLUMNS",
          "DISTINCT",
          "FILTER",
          "IGNORE",
          "ORDER",
          "OVER",
          "RESPECT",
          "SELECT",
          "SEPARATOR",
          "WITH",
          "WITHIN");

  private static final Set<String> OF_ONE_GROUP =
      Stream.concat(OF_ONE_ROW.stream(), Merge.NAMES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private Calls() {}

  /** Whether a function is called that may be an aggregate, or another statement is asked. */
  static boolean mayLookAtSeveralRows(Words words) {
    return IntStream.range(0, words.size())
        .anyMatch(
            index ->
                words.is(index, "SELECT")
                    || words.is(index, "OVER")
                    || (isCall(words, index) && !isKeyword(words, index - 1)));
  }

  /** Whether it is one value, computed of one row by what is known. */
  static boolean isOfOneRow(Words words) {
    return isOf(words, OF_ONE_ROW);
  }

  /** Whether it is one value of a group, computed of aggregates by what is known. */
  static boolean isOfOneGroup(Words words) {
    if (words.isEnclosed()) {
      return isOfOneGroup(words.part(1, words.size() - 1));
    }
    boolean isCalled =
        words.isName(0) && words.isSymbol(1, "(") && words.isSymbol(words.size() - 1, ")");
    return isCalled
        && IntStream.range(1, words.size())
            .anyMatch(index -> isCall(words, index) && isKnown(words, index - 1, Merge.NAMES))
        && isOf(words, OF_ONE_GROUP);
  }

  private static boolean isOf(Words words, Set<String> functions) {
    return !words.isEmpty()
        && IntStream.range(0, words.size())
            .noneMatch(
                index ->
                    isStar(words, index)
                        || (words.kind(index) == Kind.WORD
                            && NOT_OF_ONE_ROW.contains(words.upper(index)))
                        || (isCall(words, index)
                            && !isKeyword(words, index - 1)
                            && !isKnown(words, index - 1, functions)));
  }

  private static boolean isKnown(Words words, int index, Set<String> functions) {
    return words.isName(index)
        && !words.isSymbol(index - 1, ".")
        && functions.contains(words.name(index).toUpperCase(Locale.ROOT));
  }

  /** A star that multiplies stands behind what it multiplies. */
  private static boolean isStar(Words words, int index) {
    return words.isSymbol(index, "*")
        && (index == 0
            || words.isSymbol(index - 1, ".")
            || words.isSymbol(index - 1, "(")
            || words.isSymbol(index - 1, ","));
  }

  private static boolean isCall(Words words, int index) {
    return words.isSymbol(index, "(")
        && index > 0
        && (words.isName(index - 1) || words.isSymbol(index - 1, ")"));
  }

  private static boolean isKeyword(Words words, int index) {
    return words.kind(index) == Kind.WORD && NO_CALLS.contains(words.upper(index));
  }
}
