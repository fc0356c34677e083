package dev.alidade.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a plain INSERT, UPDATE or DELETE apart by its words and makes a SELECT of it that shows the
 * rows before, with what they become. It is advice only: what it gives is governed like any other
 * statement, and where it gives nothing, nothing is shown.
 */
public final class WriteParts {
  private final String sql;
  private final Dialect dialect;
  private final List<SqlToken> tokens;

  private WriteParts(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
    this.tokens = Lexer.tokens(sql, dialect.lexicalRules());
  }

  /** The SELECT that shows what a statement does. */
  public static Optional<String> select(String sql, Dialect dialect) {
    WriteParts parts = new WriteParts(sql, dialect);
    return parts.tokens.isEmpty() ? Optional.empty() : parts.select();
  }

  private Optional<String> select() {
    return switch (word(0)) {
      case "INSERT" -> after("VALUES").or(() -> after("SELECT"));
      case "DELETE" -> between("FROM").map(table -> "SELECT * FROM " + table + condition());
      case "UPDATE" -> update();
      default -> Optional.empty();
    };
  }

  private Optional<String> update() {
    int set = find("SET", 1);
    if (set < 2) {
      return Optional.empty();
    }
    StringBuilder columns = new StringBuilder("*");
    int from = set + 1;
    int end = endOf(find("WHERE", from));
    for (int index = from, depth = 0; index <= end; index++) {
      depth += index < end ? depthOf(index) : 0;
      if (index == end || (depth == 0 && text(index).equals(","))) {
        assignment(from, index).ifPresent(columns::append);
        from = index + 1;
      }
    }
    String table = text(1, set);
    return Optional.of("SELECT %s FROM %s%s".formatted(columns, table, condition()));
  }

  private Optional<String> assignment(int from, int end) {
    int equals = from;
    while (equals < end && !text(equals).equals("=")) {
      equals++;
    }
    boolean hasValue = equals > from && equals < end - 1;
    if (!hasValue || word(equals + 1).equals("DEFAULT")) {
      return Optional.empty();
    }
    String name = text(equals - 1).replaceAll("^[\"`\\[]|[\"`\\]]$", "");
    return Optional.of(
        ", (%s) AS %s".formatted(text(equals + 1, end), dialect.quote("new " + name)));
  }

  private Optional<String> between(String first) {
    int from = find(first, 0) + 1;
    int end = endOf(find("WHERE", from));
    return from < 1 || from >= end ? Optional.empty() : Optional.of(text(from, end));
  }

  private String condition() {
    int where = find("WHERE", 1);
    return where < 0 ? "" : " " + text(where, endOf(-1));
  }

  private Optional<String> after(String word) {
    int from = find(word, 1);
    return from < 0 ? Optional.empty() : Optional.of(text(from, endOf(-1)));
  }

  /** The place of a word outside of parentheses, or -1. */
  private int find(String word, int from) {
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      depth += depthOf(index);
      if (index >= from && depth == 0 && word(index).equals(word)) {
        return index;
      }
    }
    return -1;
  }

  private int endOf(int found) {
    if (found >= 0) {
      return found;
    }
    boolean closed = tokens.getLast().kind() == SqlToken.Kind.SEMICOLON;
    return closed ? tokens.size() - 1 : tokens.size();
  }

  private int depthOf(int index) {
    return switch (text(index)) {
      case "(" -> 1;
      case ")" -> -1;
      default -> 0;
    };
  }

  private String word(int index) {
    boolean isWord = tokens.get(index).kind() == SqlToken.Kind.WORD;
    return isWord ? text(index).toUpperCase(Locale.ROOT) : "";
  }

  private String text(int index) {
    return tokens.get(index).text(sql);
  }

  private String text(int from, int end) {
    return sql.substring(tokens.get(from).start(), tokens.get(end - 1).end());
  }
}
