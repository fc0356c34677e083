package dev.alidade.evaluate;

import dev.alidade.query.Rows;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether rows are another choice, or another order, among rows that tie under the order that the
 * right SQL asks for. That SQL is run once more, without its limit and showing its sort keys.
 */
final class TiedRows {
  private static final List<String> REFUSED =
      List.of("UNION", "INTERSECT", "EXCEPT", "DISTINCT", "OFFSET", "WITH");

  private final String sql;
  private final List<SqlToken> top;

  private TiedRows(String sql, LexicalRules rules) {
    this.sql = sql;
    this.top = topLevel(sql, rules);
  }

  /**
   * @param width how many columns the right SQL shows
   * @param run gives the rows of a statement
   */
  static boolean allow(
      List<List<Object>> rows,
      String right,
      int width,
      LexicalRules rules,
      Function<String, Optional<Rows>> run) {
    TiedRows tied = new TiedRows(right, rules);
    return tied.withKeys()
        .flatMap(run)
        .map(all -> new AllowedAnswer(RowComparison.comparable(all.rows()), width, tied.limit()))
        .filter(allowed -> allowed.allows(RowComparison.comparable(rows)))
        .isPresent();
  }

  /** The statement with its sort keys shown, where it is one plain select that sorts. */
  private Optional<String> withKeys() {
    int from = indexOf("FROM");
    int order = indexOf("ORDER");
    if (from < 0 || order < from || REFUSED.stream().anyMatch(word -> indexOf(word) >= 0)) {
      return Optional.empty();
    }
    int limit = indexOf("LIMIT");
    int end = limit < 0 ? sql.stripTrailing().replaceFirst(";$", "").length() : at(limit);
    List<String> keys = keys(order + 2, limit < 0 ? top.size() : limit, end);
    boolean plain = keys.stream().noneMatch(key -> key.isEmpty() || isShownName(key));
    return plain
        ? Optional.of(
            sql.substring(0, at(from))
                + ", "
                + String.join(", ", keys)
                + " "
                + sql.substring(at(from), end))
        : Optional.empty();
  }

  private long limit() {
    int limit = indexOf("LIMIT");
    if (limit < 0 || limit + 1 >= top.size()) {
      return Long.MAX_VALUE;
    }
    String text = top.get(limit + 1).text(sql);
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  /** Sort keys without their direction; empty where one is the number of a column. */
  private List<String> keys(int first, int last, int end) {
    List<String> keys = new ArrayList<>();
    int start = first;
    for (int index = first; index <= last; index++) {
      boolean comma = index < last && top.get(index).text(sql).equals(",");
      if (comma || index == last) {
        int stop = index;
        while (stop > start && isDirection(stop - 1)) {
          stop--;
        }
        int close = stop < top.size() && stop < last ? at(stop) : end;
        String key = start < stop ? sql.substring(at(start), close).strip() : "";
        keys.add(key.matches("\\d+") ? "" : key);
        start = index + 1;
      }
    }
    return keys;
  }

  private boolean isDirection(int index) {
    return List.of("ASC", "DESC", "NULLS", "FIRST", "LAST").stream()
        .anyMatch(word -> isWord(index, word));
  }

  /** Whether what is shown is called so; such a name cannot be shown beside itself. */
  private boolean isShownName(String key) {
    for (int index = 1; index < indexOf("FROM"); index++) {
      if (isWord(index - 1, "AS") && top.get(index).text(sql).equalsIgnoreCase(key)) {
        return true;
      }
    }
    return false;
  }

  private int at(int index) {
    return top.get(index).start();
  }

  private int indexOf(String word) {
    for (int index = 0; index < top.size(); index++) {
      if (isWord(index, word)) {
        return index;
      }
    }
    return -1;
  }

  private boolean isWord(int index, String word) {
    return top.get(index).kind() == Kind.WORD && top.get(index).text(sql).equalsIgnoreCase(word);
  }

  private static List<SqlToken> topLevel(String sql, LexicalRules rules) {
    List<SqlToken> top = new ArrayList<>();
    int depth = 0;
    for (SqlToken token : Lexer.tokens(sql, rules)) {
      String text = token.text(sql);
      depth -= text.equals(")") ? 1 : 0;
      if (depth == 0 && token.kind() != Kind.SEMICOLON) {
        top.add(token);
      }
      depth += text.equals("(") ? 1 : 0;
    }
    return List.copyOf(top);
  }
}
