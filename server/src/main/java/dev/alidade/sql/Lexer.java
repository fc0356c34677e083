package dev.alidade.sql;

import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens; total, and linear in the length of the text. Comments and white space are
 * left out. It serves splitting, parameters and messages; whether a statement may run is decided by
 * a {@link Gate}.
 */
public final class Lexer {
  private final String sql;
  private final LexicalRules rules;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int position;

  private Lexer(String sql, LexicalRules rules) {
    this.sql = sql;
    this.rules = rules;
  }

  /** The tokens of a text in order. */
  public static List<SqlToken> tokens(String sql, LexicalRules rules) {
    Lexer lexer = new Lexer(sql, rules);
    while (lexer.position < sql.length()) {
      lexer.step();
    }
    return List.copyOf(lexer.tokens);
  }

  private void step() {
    char current = sql.charAt(position);
    if (Character.isWhitespace(current) || current == '\uFEFF') {
      position++;
      return;
    }
    if (isLineComment(current)) {
      skipLine();
      return;
    }
    if (current == '/' && at(position + 1) == '*') {
      skipBlockComment();
      return;
    }
    int start = position;
    switch (current) {
      case '\'' -> quoted(start, start, '\'', rules.backslashEscapes(), Kind.STRING);
      case '"' ->
          quoted(
              start,
              start,
              '"',
              rules.doubleQuotedStrings() && rules.backslashEscapes(),
              rules.doubleQuotedStrings() ? Kind.STRING : Kind.QUOTED_IDENTIFIER);
      case ';' -> add(Kind.SEMICOLON, start, start + 1);
      case '?' -> add(Kind.PARAMETER, start, start + 1);
      default -> other(start, current);
    }
  }

  private void other(int start, char current) {
    if (current == '`' && rules.backticks()) {
      quoted(start, start, '`', false, Kind.QUOTED_IDENTIFIER);
      return;
    }
    if (current == '[' && rules.brackets()) {
      int close = sql.indexOf(']', start);
      add(
          close < 0 ? Kind.UNTERMINATED : Kind.QUOTED_IDENTIFIER,
          start,
          close < 0 ? sql.length() : close + 1);
      return;
    }
    if (current == '$' && dollar(start)) {
      return;
    }
    if (current == ':' && isWordStart(at(start + 1)) && (start == 0 || at(start - 1) != ':')) {
      add(Kind.PARAMETER, start, endOfWord(start + 1));
      return;
    }
    if (isDigit(current) || (current == '.' && isDigit(at(start + 1)))) {
      add(Kind.NUMBER, start, endOfNumber(start));
      return;
    }
    if (isWordStart(current)) {
      word(start);
      return;
    }
    add(Kind.SYMBOL, start, start + Character.charCount(sql.codePointAt(start)));
  }

  private void word(int start) {
    int end = endOfWord(start);
    boolean prefix = end == start + 1 && at(end) == '\'';
    char letter = Character.toLowerCase(at(start));
    if (prefix && letter == 'e' && rules.escapeStrings()) {
      quoted(start, end, '\'', true, Kind.STRING);
      return;
    }
    if (prefix && (letter == 'x' || letter == 'b' || letter == 'n')) {
      quoted(start, end, '\'', rules.backslashEscapes(), Kind.STRING);
      return;
    }
    add(Kind.WORD, start, end);
  }

  /** A dollar quote or a parameter; false where the dollar is neither. */
  private boolean dollar(int start) {
    int end = endOfWord(start + 1);
    if (rules.dollarQuotes() && at(end) == '$' && !isDigit(at(start + 1))) {
      String tag = sql.substring(start, end + 1);
      int close = sql.indexOf(tag, end + 1);
      add(
          close < 0 ? Kind.UNTERMINATED : Kind.STRING,
          start,
          close < 0 ? sql.length() : close + tag.length());
      return true;
    }
    if (end == start + 1) {
      return false;
    }
    add(Kind.PARAMETER, start, end);
    return true;
  }

  private void quoted(int start, int opening, char quote, boolean escapes, Kind kind) {
    int index = opening + 1;
    while (index < sql.length()) {
      char current = sql.charAt(index);
      if (current == '\\' && escapes) {
        index += 2;
      } else if (current != quote) {
        index++;
      } else if (at(index + 1) == quote) {
        index += 2;
      } else {
        add(kind, start, index + 1);
        return;
      }
    }
    add(Kind.UNTERMINATED, start, sql.length());
  }

  private boolean isLineComment(char current) {
    if (current == '#') {
      return rules.hashComments();
    }
    if (current != '-' || at(position + 1) != '-') {
      return false;
    }
    return !rules.spaceAfterDashes() || position + 2 >= sql.length() || at(position + 2) <= ' ';
  }

  private void skipLine() {
    while (position < sql.length() && sql.charAt(position) != '\n') {
      position++;
    }
  }

  private void skipBlockComment() {
    int start = position;
    int depth = 1;
    int index = start + 2;
    while (index < sql.length() && depth > 0) {
      if (sql.startsWith("*/", index)) {
        depth--;
        index += 2;
      } else if (rules.nestedComments() && sql.startsWith("/*", index)) {
        depth++;
        index += 2;
      } else {
        index++;
      }
    }
    position = index;
    if (depth > 0) {
      add(Kind.UNTERMINATED, start, sql.length());
    }
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < sql.length() && isWordPart(sql.charAt(end), end > from)) {
      end++;
    }
    return end;
  }

  private int endOfNumber(int from) {
    int end = from;
    while (end < sql.length()) {
      char current = sql.charAt(end);
      boolean sign =
          (current == '+' || current == '-') && Character.toLowerCase(sql.charAt(end - 1)) == 'e';
      boolean hexadecimal = end > from + 1 && Character.toLowerCase(sql.charAt(from + 1)) == 'x';
      if (!Character.isLetterOrDigit(current)
          && current != '.'
          && current != '_'
          && (!sign || hexadecimal)) {
        break;
      }
      end++;
    }
    return end;
  }

  private void add(Kind kind, int start, int end) {
    tokens.add(new SqlToken(kind, start, end));
    position = end;
  }

  private char at(int index) {
    return index >= 0 && index < sql.length() ? sql.charAt(index) : '\0';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isWordStart(char character) {
    return character == '_' || Character.isLetter(character) || Character.isSurrogate(character);
  }

  private boolean isWordPart(char character, boolean inside) {
    return character == '_'
        || Character.isLetterOrDigit(character)
        || Character.isSurrogate(character)
        // Some engines allow a dollar inside a word, and none begins a quote there.
        || (inside && character == '$' && !rules.dollarQuotes());
  }
}
