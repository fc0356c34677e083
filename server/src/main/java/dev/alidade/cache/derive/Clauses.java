package dev.alidade.cache.derive;

import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a SELECT, without its LIMIT.
 *
 * @param list what stands between SELECT and FROM
 * @param from what stands behind FROM
 * @param conditions what stands behind WHERE, taken apart at AND
 * @param groups what stands behind GROUP BY
 * @param order what stands behind ORDER BY; empty without
 */
record Clauses(
    Words list, Words from, List<Words> conditions, Optional<Words> groups, Words order) {
  /** What decides over several rows, or begins another part of a statement. */
  private static final Set<String> OTHERS =
      Set.of(
          "ALL",
          "CONNECT",
          "DISTINCT",
          "EXCEPT",
          "FETCH",
          "FILTER",
          "FOR",
          "HAVING",
          "INTERSECT",
          "INTO",
          "LIMIT",
          "LOCK",
          "MINUS",
          "OFFSET",
          "OVER",
          "PIVOT",
          "PREWHERE",
          "PROCEDURE",
          "QUALIFY",
          "SAMPLE",
          "SELECT",
          "START",
          "TABLESAMPLE",
          "TOP",
          "UNION",
          "UNPIVOT",
          "VALUES",
          "WINDOW",
          "WITH",
          "WITHIN");

  private static final Set<String> BEGINNINGS = Set.of("FROM", "WHERE", "GROUP", "ORDER");
  private static final int TWICE = -1;

  Clauses {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(from, "from");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(order, "order");
  }

  /** Reads a statement without its LIMIT; empty where it is anything else. */
  static Optional<Clauses> of(Words words) {
    if (!words.is(0, "SELECT")
        || !words.isBalanced()
        || words.hasValuesByPlace()
        || !words.outside(index -> index > 0 && isOther(words, index)).isEmpty()) {
      return Optional.empty();
    }
    int end = words.size();
    int order = beginning(words, "ORDER", end);
    int group = beginning(words, "GROUP", order);
    int where = beginning(words, "WHERE", group);
    int from = beginning(words, "FROM", TWICE);
    boolean inOrder = 1 < from && from < where && where <= group && group <= order;
    if (!inOrder
        || (order < end && !words.is(order + 1, "BY"))
        || (group < order && !words.is(group + 1, "BY"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Clauses(
            words.part(1, from),
            words.part(from + 1, where),
            where == group ? List.of() : conditions(words.part(where + 1, group)),
            group == order ? Optional.empty() : Optional.of(words.part(group + 2, order)),
            words.part(Math.min(order + 2, end), end)));
  }

  private static int beginning(Words words, String keyword, int otherwise) {
    List<Integer> found = words.outside(index -> words.is(index, keyword));
    return switch (found.size()) {
      case 0 -> otherwise;
      case 1 -> found.getFirst();
      default -> TWICE;
    };
  }

  private static boolean isOther(Words words, int index) {
    if (words.kind(index) != Kind.WORD) {
      return false;
    }
    String word = words.upper(index);
    boolean isNamed = words.isSymbol(index - 1, ".") || words.is(index - 1, "AS");
    return OTHERS.contains(word) || (BEGINNINGS.contains(word) && isNamed);
  }

  /** Takes conditions apart at AND, as far as nothing could be read otherwise. */
  private static List<Words> conditions(Words words) {
    Words inner = words;
    while (inner.isEnclosed() && isCondition(inner.part(1, inner.size() - 1))) {
      inner = inner.part(1, inner.size() - 1);
    }
    Words all = inner;
    if (!all.outside(index -> isDoubtful(all, index)).isEmpty()) {
      return List.of(all);
    }
    List<Words> found = new ArrayList<>();
    int from = 0;
    int betweens = 0;
    for (int index : all.outside(at -> all.is(at, "AND") || all.is(at, "BETWEEN"))) {
      if (all.is(index, "BETWEEN")) {
        betweens++;
      } else if (betweens > 0) {
        betweens--;
      } else {
        found.add(all.part(from, index));
        from = index + 1;
      }
    }
    found.add(all.part(from, all.size()));
    if (found.size() == 1) {
      return found;
    }
    return found.stream().flatMap(each -> conditions(each).stream()).toList();
  }

  /** What is in parentheses may also be a query or a row of values. */
  private static boolean isCondition(Words words) {
    return words
        .outside(
            index ->
                words.isSymbol(index, ",")
                    || words.is(index, "SELECT")
                    || words.is(index, "VALUES")
                    || words.is(index, "WITH"))
        .isEmpty();
  }

  /** Signs and words that may bind what they stand between less than AND does. */
  private static boolean isDoubtful(Words words, int index) {
    return switch (words.kind(index)) {
      case SYMBOL -> !"=<>!+-*/.%".contains(words.at(index));
      case WORD -> Set.of("OR", "XOR", "CASE", "DIV", "LAMBDA").contains(words.upper(index));
      case QUOTED_IDENTIFIER, STRING, NUMBER, PARAMETER -> false;
      case SEMICOLON, UNTERMINATED -> true;
    };
  }
}
