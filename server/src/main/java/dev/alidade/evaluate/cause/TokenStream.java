package dev.alidade.evaluate.cause;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;

/** The tokens of a statement, read one after the other. */
final class TokenStream {
  private final String sql;
  private final List<SqlToken> tokens;
  private int at;

  TokenStream(String sql, LexicalRules rules) {
    this.sql = sql;
    this.tokens =
        Lexer.tokens(sql, rules).stream().filter(token -> token.kind() != Kind.SEMICOLON).toList();
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  boolean is(Kind kind) {
    return !atEnd() && tokens.get(at).kind() == kind;
  }

  /** Whether these words stand next, in any letter case. */
  boolean isWords(String... words) {
    for (int index = 0; index < words.length; index++) {
      if (!isWordAt(at + index, words[index])) {
        return false;
      }
    }
    return true;
  }

  boolean isOneOf(List<String> words) {
    return words.stream().anyMatch(this::isWords);
  }

  boolean accept(String... words) {
    boolean found = isWords(words);
    at += found ? words.length : 0;
    return found;
  }

  void expect(String word) {
    if (!accept(word)) {
      throw unreadable();
    }
  }

  /** Whether these characters stand next, without a space between them. */
  boolean isSymbol(String symbol) {
    return !atEnd()
        && tokens.get(at).kind() == Kind.SYMBOL
        && sql.startsWith(symbol, tokens.get(at).start());
  }

  boolean acceptSymbol(String symbol) {
    boolean found = isSymbol(symbol);
    at += found ? symbol.length() : 0;
    return found;
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw unreadable();
    }
  }

  /** Whether the token behind the next one is this character. */
  boolean isFollowedBy(String symbol) {
    return at + 1 < tokens.size() && tokens.get(at + 1).text(sql).equals(symbol);
  }

  /** Whether a text stands behind the next token. */
  boolean isFollowedByText() {
    return at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.STRING;
  }

  /** The next token without its quotes, in lower case. */
  String next() {
    if (atEnd()) {
      throw unreadable();
    }
    SqlToken token = tokens.get(at++);
    String text = token.text(sql).toLowerCase(Locale.ROOT);
    return switch (token.kind()) {
      case STRING, QUOTED_IDENTIFIER -> unquoted(text);
      case WORD, NUMBER, PARAMETER, SEMICOLON, SYMBOL, UNTERMINATED -> text;
    };
  }

  AlidadeException unreadable() {
    int where = atEnd() ? sql.length() : tokens.get(at).start();
    return new AlidadeException(
        ErrorCode.SYNTAX_ERROR,
        "The statement cannot be compared from character %d on; write it more plainly"
            .formatted(where + 1));
  }

  private boolean isWordAt(int index, String word) {
    return index < tokens.size()
        && tokens.get(index).kind() == Kind.WORD
        && tokens.get(index).text(sql).equalsIgnoreCase(word);
  }

  private static String unquoted(String text) {
    char quote = text.charAt(text.length() - 1);
    if (quote == ']') {
      return text.substring(1, text.length() - 1);
    }
    int open = text.indexOf(quote);
    String doubled = String.valueOf(quote).repeat(2);
    return open == text.length() - 1
        ? text
        : text.substring(open + 1, text.length() - 1).replace(doubled, String.valueOf(quote));
  }
}
