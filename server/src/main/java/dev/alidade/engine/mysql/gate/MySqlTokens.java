package dev.alidade.engine.mysql.gate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a statement into tokens exactly as the server does under the modes that every connection
 * fixes (double-quoted strings, backslash escapes, utf8mb4); whatever servers, versions or the
 * driver read differently is refused.
 */
public final class MySqlTokens {
  private static final Pattern NUMBER =
      Pattern.compile("0x[0-9a-fA-F]+|0b[01]+|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern PREFIXED = Pattern.compile("[xX]'(?:[0-9a-fA-F]{2})*'|[bB]'[01]*'");
  private static final Pattern SPECIAL_COMMENT = Pattern.compile("\\s*[A-Za-z]?\\s*[!+]");
  private static final Pattern COMPARISON = Pattern.compile("<=>|<<|>>|<=|>=|<>|!=|[<>=!]");

  private final String sql;
  private final List<MySqlToken> tokens = new ArrayList<>();
  private int position;

  private MySqlTokens(String sql) {
    this.sql = sql;
  }

  /**
   * The tokens in order, the last one an END.
   *
   * @throws AlidadeException at a character that is not read
   */
  public static List<MySqlToken> of(String sql) {
    MySqlTokens reader = new MySqlTokens(sql);
    reader.refuseUnreadable();
    while (reader.position < sql.length()) {
      reader.step();
    }
    reader.tokens.add(new MySqlToken(Kind.END, "", sql.length()));
    return reader.tokens;
  }

  private void refuseUnreadable() {
    for (int index = 0; index < sql.length(); index++) {
      char current = sql.charAt(index);
      boolean pair = Character.isHighSurrogate(current) && Character.isLowSurrogate(at(index + 1));
      if (current == '\0' || (Character.isSurrogate(current) && !pair)) {
        throw refusal(
            ErrorCode.SQL_DENIED,
            "The statement holds a character that no text may hold (NUL or half of a surrogate"
                + " pair); remove it or bind the value as a parameter",
            index);
      }
      index += pair ? 1 : 0;
    }
  }

  private void step() {
    char current = sql.charAt(position);
    if (isSpace(current)) {
      position++;
      return;
    }
    if (comment(current)) {
      return;
    }
    int start = position;
    switch (current) {
      case '\'', '"' -> quoted(current, true, Kind.STRING);
      case '`' -> quoted(current, false, Kind.QUOTED_NAME);
      case '?' -> add(Kind.PARAMETER, start + 1);
      case ';' -> add(Kind.SEMICOLON, start + 1);
      case '<', '>', '=', '!' -> comparison();
      case '$', ':' -> parameter(current);
      default -> other(current);
    }
  }

  private void other(char current) {
    if (isDigit(current) || (current == '.' && isDigit(at(position + 1)))) {
      number();
      return;
    }
    if (isWordStart(current)) {
      word();
      return;
    }
    symbol(current);
  }

  private boolean comment(char current) {
    if (current == '#') {
      skipLine();
      return true;
    }
    if (current == '-' && at(position + 1) == '-') {
      if (position + 2 < sql.length() && !isSpace(at(position + 2))) {
        throw refusal(
            ErrorCode.SYNTAX_ERROR,
            "`--` begins a comment only before a space; write a space between two minus signs",
            position);
      }
      skipLine();
      return true;
    }
    if (current != '/' || at(position + 1) != '*') {
      return false;
    }
    skipBlock();
    return true;
  }

  // A carriage return ends no line, neither for the server nor here.
  private void skipLine() {
    int end = sql.indexOf('\n', position);
    position = end < 0 ? sql.length() : end + 1;
  }

  private void skipBlock() {
    int inside = position + 2;
    int close = sql.indexOf("*/", inside);
    if (close < 0) {
      throw refusal(ErrorCode.SYNTAX_ERROR, "The comment has no end; close it with */", position);
    }
    String content = sql.substring(inside, close);
    if (SPECIAL_COMMENT.matcher(content).lookingAt()) {
      throw refusal(
          ErrorCode.SQL_DENIED,
          "Comments that the server executes (/*! ... */) and hints (/*+ ... */) are not allowed;"
              + " remove it",
          position);
    }
    if (content.contains("/*")) {
      throw refusal(
          ErrorCode.SQL_DENIED, "A comment inside a comment is not allowed; remove it", position);
    }
    position = close + 2;
  }

  private void quoted(char quote, boolean escapes, Kind kind) {
    int index = position + 1;
    while (index < sql.length()) {
      char current = sql.charAt(index);
      if (current == '\\' && escapes) {
        index += 2;
      } else if (current != quote) {
        index++;
      } else if (at(index + 1) == quote) {
        index += 2;
      } else {
        closeQuoted(index + 1, kind);
        return;
      }
    }
    throw refusal(
        ErrorCode.SYNTAX_ERROR, "The quote %s has no end; close it".formatted(quote), position);
  }

  private void closeQuoted(int end, Kind kind) {
    if (kind == Kind.QUOTED_NAME && end == position + 2) {
      throw refusal(ErrorCode.SYNTAX_ERROR, "A name is empty; write it", position);
    }
    MySqlToken before = tokens.isEmpty() ? null : tokens.getLast();
    if (kind == Kind.STRING
        && before != null
        && before.kind() == Kind.WORD
        && (before.text().startsWith("_")
            || (before.end() == position && before.text().length() == 1))) {
      throw refusal(
          ErrorCode.SQL_DENIED,
          "`%s` before a string is not allowed; write the string alone, or AS before an alias"
              .formatted(before.text()),
          before.start());
    }
    add(kind, end);
  }

  private void comparison() {
    int end = position;
    while (end < sql.length() && "<>=!".indexOf(sql.charAt(end)) >= 0) {
      end++;
    }
    if (!COMPARISON.matcher(sql.substring(position, end)).matches()) {
      throw syntaxError(sql.substring(position, end), position);
    }
    add(Kind.SYMBOL, end);
  }

  private void parameter(char mark) {
    int end = endOfWord(position + 1);
    boolean numbered = isDigit(at(position + 1));
    boolean another = sql.substring(position + 1, end).indexOf('$') >= 0;
    if (end == position + 1 || another || (numbered && mark == ':')) {
      if (mark == ':' && at(position + 1) == '=') {
        throw variables(position);
      }
      throw syntaxError(String.valueOf(mark), position);
    }
    add(Kind.PARAMETER, end);
  }

  private void number() {
    MySqlToken before = tokens.isEmpty() ? null : tokens.getLast();
    boolean behindName = before != null && before.isName() && before.end() == position;
    boolean behindDot = before != null && before.is(".") && before.end() == position;
    Matcher number = NUMBER.matcher(sql).region(position, sql.length());
    boolean found = number.lookingAt();
    char next = found ? at(number.end()) : '\0';
    if (!found || behindName || behindDot || next == '.' || isWordPart(next)) {
      throw refusal(
          ErrorCode.SYNTAX_ERROR,
          "This is neither a number nor a name; put a space behind a number, and backticks around a"
              + " name that begins with a digit",
          position);
    }
    add(Kind.NUMBER, number.end());
  }

  private void word() {
    int end = endOfWord(position);
    char quote = at(end);
    if (end == position + 1 && quote == '\'') {
      Matcher prefixed = PREFIXED.matcher(sql).region(position, sql.length());
      if (prefixed.lookingAt()) {
        add(Kind.NUMBER, prefixed.end());
        return;
      }
    }
    add(Kind.WORD, end);
  }

  private void symbol(char current) {
    if (current == '@') {
      throw variables(position);
    }
    if (current == '|' && at(position + 1) == '|') {
      throw refusal(
          ErrorCode.SQL_DENIED,
          "`||` means OR here and joins texts elsewhere; write OR, or CONCAT(a, b)",
          position);
    }
    if (current == '&' && at(position + 1) == '&') {
      add(Kind.SYMBOL, position + 2);
      return;
    }
    if (current == '-' && at(position + 1) == '>') {
      add(Kind.SYMBOL, position + (at(position + 2) == '>' ? 3 : 2));
      return;
    }
    if ("+-*/%(),.~^&|".indexOf(current) < 0) {
      throw syntaxError(Character.toString(sql.codePointAt(position)), position);
    }
    add(Kind.SYMBOL, position + 1);
  }

  private void add(Kind kind, int end) {
    tokens.add(new MySqlToken(kind, sql.substring(position, end), position));
    position = end;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private AlidadeException variables(int offset) {
    return refusal(
        ErrorCode.SQL_DENIED,
        "Variables (@name, @@name, :=) are not allowed; bind the value as a parameter",
        offset);
  }

  private AlidadeException syntaxError(String text, int offset) {
    return refusal(ErrorCode.SYNTAX_ERROR, "Syntax error at `%s`".formatted(text), offset);
  }

  private AlidadeException refusal(ErrorCode code, String message, int offset) {
    return new AlidadeException(code, message, Location.of(sql, offset));
  }

  private char at(int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  private static boolean isSpace(char current) {
    return current == ' ' || (current >= '\t' && current <= '\r');
  }

  private static boolean isDigit(char current) {
    return current >= '0' && current <= '9';
  }

  private static boolean isWordStart(char current) {
    return current == '_' || (isWordPart(current) && !isDigit(current) && current != '$');
  }

  private static boolean isWordPart(char current) {
    return current == '_'
        || current == '$'
        || isDigit(current)
        || (current >= 'a' && current <= 'z')
        || (current >= 'A' && current <= 'Z')
        || (current >= 0x80 && Character.isLetterOrDigit(current));
  }
}
