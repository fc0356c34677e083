package dev.alidade.engine.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What statements have in common that differ only in the whole numbers that something is compared
 * with: the same statement with variables in their places. The engine folds no variable away, so
 * that its program opens and calls whatever the program of any such statement does.
 */
final class SqliteShape {
  // What has more digits may be no whole number to the engine.
  private static final int MOST_DIGITS = 18;
  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=");

  private SqliteShape() {}

  /** The shape of a statement; empty where it compares nothing with a whole number. */
  static Optional<String> of(String sql, List<SqliteToken> tokens) {
    StringBuilder shape = new StringBuilder(sql.length());
    int copied = 0;
    for (int index = 1; index < tokens.size(); index++) {
      SqliteToken token = tokens.get(index);
      if (isWhole(token) && isComparison(tokens.get(index - 1))) {
        shape.append(sql, copied, token.start()).append('?');
        copied = token.end();
      }
    }
    return copied == 0
        ? Optional.empty()
        : Optional.of(shape.append(sql, copied, sql.length()).toString());
  }

  // Behind it only an expression may stand: no length of a type, no place of a column to sort by.
  private static boolean isComparison(SqliteToken token) {
    return token.kind() == SqliteToken.Kind.OPERATOR && COMPARISONS.contains(token.text());
  }

  private static boolean isWhole(SqliteToken token) {
    return token.kind() == SqliteToken.Kind.NUMBER
        && token.text().length() <= MOST_DIGITS
        && token.text().chars().allMatch(unit -> unit >= '0' && unit <= '9');
  }
}
