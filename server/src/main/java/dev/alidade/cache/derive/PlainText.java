package dev.alidade.cache.derive;

import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/**
 * Cuts texts into tokens where there is one way only to do so. A text that holds anything that one
 * reader takes for a comment, an escape or another quote, and another reader does not, is not read.
 */
final class PlainText {
  private static final int LONGEST = 20_000;
  private static final String DOUBTFUL = "\\$#@[]{}\0";

  private PlainText() {}

  /** The tokens; empty where the text could be read otherwise. */
  static Optional<List<SqlToken>> tokens(String sql, LexicalRules rules) {
    if (sql.length() > LONGEST || isDoubtful(sql, rules)) {
      return Optional.empty();
    }
    List<SqlToken> tokens = Lexer.tokens(sql, rules);
    int end = 0;
    for (SqlToken token : tokens) {
      if (!isBlank(sql, end, token.start()) || !isPlain(token, sql)) {
        return Optional.empty();
      }
      end = token.end();
    }
    return isBlank(sql, end, sql.length()) ? Optional.of(tokens) : Optional.empty();
  }

  private static boolean isDoubtful(String sql, LexicalRules rules) {
    return sql.contains("--")
        || sql.contains("/*")
        || (!rules.backticks() && sql.indexOf('`') >= 0)
        || sql.chars().anyMatch(character -> DOUBTFUL.indexOf(character) >= 0);
  }

  private static boolean isPlain(SqlToken token, String sql) {
    return switch (token.kind()) {
      case STRING, QUOTED_IDENTIFIER -> true;
      case WORD, NUMBER, PARAMETER, SYMBOL ->
          sql.substring(token.start(), token.end()).chars().allMatch(PlainText::isPrintable);
      case SEMICOLON, UNTERMINATED -> false;
    };
  }

  private static boolean isPrintable(int character) {
    return character > ' ' && character <= '~';
  }

  private static boolean isBlank(String sql, int from, int to) {
    return sql.substring(from, to).chars().allMatch(character -> " \t\r\n".indexOf(character) >= 0);
  }
}
