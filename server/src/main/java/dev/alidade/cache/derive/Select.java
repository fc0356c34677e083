package dev.alidade.cache.derive;

import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A SELECT whose rows are those of its FROM that its conditions let through, each by itself: no
 * groups, no aggregates, nothing that looks at several rows.
 *
 * @param list what stands between SELECT and FROM
 * @param from what stands behind FROM
 * @param conditions what stands behind WHERE, taken apart at AND
 * @param order what stands behind ORDER BY; empty without
 */
record Select(Words list, Words from, List<Words> conditions, String order) {
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
          "GROUP",
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

  /** Behind these a parenthesis is no call of a function that may be an aggregate. */
  private static final Set<String> NO_CALLS =
      Set.of("AND", "CAST", "COALESCE", "ELSE", "IN", "NOT", "NULLIF", "OR", "THEN", "WHEN");

  Select {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(from, "from");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(order, "order");
  }

  /** What statements have in common of which one may hold the rows of the other. */
  String family() {
    return list.written() + " FROM " + from;
  }

  /** Reads a statement without its LIMIT; empty where it is anything else. */
  static Optional<Select> of(Words words) {
    List<Integer> froms = words.outside(index -> words.is(index, "FROM"));
    List<Integer> wheres = words.outside(index -> words.is(index, "WHERE"));
    List<Integer> orders = words.outside(index -> words.is(index, "ORDER"));
    if (!words.is(0, "SELECT")
        || !words.isBalanced()
        || words.hasValuesByPlace()
        || froms.size() != 1
        || wheres.size() > 1
        || orders.size() > 1
        || !words.outside(index -> index > 0 && isOther(words, index)).isEmpty()) {
      return Optional.empty();
    }
    int from = froms.getFirst();
    int order = orders.isEmpty() ? words.size() : orders.getFirst();
    int where = wheres.isEmpty() ? order : wheres.getFirst();
    boolean inOrder = from < where && where <= order;
    if (!inOrder || (order < words.size() && !words.is(order + 1, "BY"))) {
      return Optional.empty();
    }
    Words list = words.part(1, from);
    Words sorting = words.part(Math.min(order + 2, words.size()), words.size());
    if (list.isEmpty() || !isOfSingleRows(list) || !isOfSingleRows(sorting)) {
      return Optional.empty();
    }
    List<Words> conditions =
        wheres.isEmpty() ? List.of() : conditions(words.part(where + 1, order));
    return Optional.of(
        new Select(list, words.part(from + 1, where), conditions, sorting.toString()));
  }

  private static boolean isOther(Words words, int index) {
    if (words.kind(index) != Kind.WORD) {
      return false;
    }
    String word = words.upper(index);
    boolean isKeyword = Set.of("FROM", "WHERE", "ORDER").contains(word);
    boolean isNamed = words.isSymbol(index - 1, ".") || words.is(index - 1, "AS");
    return OTHERS.contains(word) || (isKeyword && isNamed);
  }

  private static boolean isOfSingleRows(Words words) {
    for (int index = 0; index < words.size(); index++) {
      boolean mayCall =
          words.isSymbol(index, "(")
              && index > 0
              && (words.isName(index - 1) || words.isSymbol(index - 1, ")"))
              && !(words.kind(index - 1) == Kind.WORD && NO_CALLS.contains(words.upper(index - 1)));
      if (mayCall || words.is(index, "SELECT") || words.is(index, "OVER")) {
        return false;
      }
    }
    return true;
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
