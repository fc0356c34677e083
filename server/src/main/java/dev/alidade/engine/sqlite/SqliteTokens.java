package dev.alidade.engine.sqlite;

import dev.alidade.engine.sqlite.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens exactly as the engine does ({@code sqlite3GetToken}), because preparing a
 * statement silently ignores everything after its semicolon.
 */
final class SqliteTokens {
  private final String sql;
  private int position;

  private SqliteTokens(String sql) {
    this.sql = sql;
  }

  /** All tokens; white space and comments are left out. */
  static List<SqliteToken> of(String sql) {
    SqliteTokens reader = new SqliteTokens(sql);
    List<SqliteToken> tokens = new ArrayList<>();
    reader.skipBlanks();
    while (reader.position < sql.length()) {
      tokens.add(reader.next());
      reader.skipBlanks();
    }
    return tokens;
  }

  private SqliteToken next() {
    int start = position;
    char first = sql.charAt(start);
    Kind kind =
        switch (first) {
          case ';' -> single(Kind.SEMICOLON);
          case '\'' -> quoted(Kind.STRING, first);
          case '"', '`' -> quoted(Kind.QUOTED_NAME, first);
          case '[' -> bracketed();
          case '?' -> question();
          case '$', '@', ':', '#' -> variable();
          case 'x', 'X' -> at(1) == '\'' ? blob() : word();
          case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
          case '.' -> isDigit(at(1)) ? number() : single(Kind.OPERATOR);
          default -> isNamePart(first) ? word() : operator(first);
        };
    return new SqliteToken(kind, sql.substring(start, position), start);
  }

  private void skipBlanks() {
    while (position < sql.length()) {
      char current = sql.charAt(position);
      if (isBlank(current)) {
        position++;
      } else if (current == '-' && at(1) == '-') {
        position = endOr(sql.indexOf('\n', position), 0);
      } else if (current == '/' && at(1) == '*' && position + 2 < sql.length()) {
        // A comment that nobody closes reaches to the end.
        position = endOr(sql.indexOf("*/", position + 2), 2);
      } else {
        return;
      }
    }
  }

  private boolean isBlank(char current) {
    boolean inside = position > 0 && isSpace(sql.charAt(position - 1));
    return switch (current) {
      case ' ', '\t', '\n', '\f', '\r', '\uFEFF' -> true;
      case '\u000B' -> inside;
      default -> false;
    };
  }

  private static boolean isSpace(char current) {
    return current == ' ' || (current >= '\t' && current <= '\r');
  }

  private Kind single(Kind kind) {
    position++;
    return kind;
  }

  private Kind quoted(Kind kind, char quote) {
    position++;
    while (position < sql.length()) {
      if (sql.charAt(position) != quote) {
        position++;
      } else if (at(1) == quote) {
        position += 2;
      } else {
        position++;
        return kind;
      }
    }
    return Kind.ILLEGAL;
  }

  private Kind bracketed() {
    int close = sql.indexOf(']', position);
    position = endOr(close, 1);
    return close < 0 ? Kind.ILLEGAL : Kind.QUOTED_NAME;
  }

  private Kind question() {
    position++;
    while (isDigit(at(0))) {
      position++;
    }
    return Kind.VARIABLE;
  }

  private Kind variable() {
    position++;
    int letters = 0;
    while (position < sql.length()) {
      char current = sql.charAt(position);
      if (isNamePart(current)) {
        letters++;
        position++;
      } else if (current == '(' && letters > 0) {
        return suffix();
      } else if (current == ':' && at(1) == ':') {
        position += 2;
      } else {
        break;
      }
    }
    return letters == 0 ? Kind.ILLEGAL : Kind.VARIABLE;
  }

  // The suffix of a Tcl variable, which may hold a semicolon.
  private Kind suffix() {
    while (position < sql.length() && !isSpace(sql.charAt(position)) && at(0) != ')') {
      position++;
    }
    if (at(0) != ')') {
      return Kind.ILLEGAL;
    }
    position++;
    return Kind.VARIABLE;
  }

  private Kind blob() {
    position += 2;
    int close = sql.indexOf('\'', position);
    position = endOr(close, 1);
    return close < 0 ? Kind.ILLEGAL : Kind.STRING;
  }

  private Kind word() {
    while (isNamePart(at(0))) {
      position++;
    }
    return Kind.WORD;
  }

  // Where a number ends matters only in that it holds no quote, blank or semicolon.
  private Kind number() {
    while (isNamePart(at(0)) || at(0) == '.' || isSignOfExponent()) {
      position++;
    }
    return Kind.NUMBER;
  }

  private boolean isSignOfExponent() {
    char before = sql.charAt(position - 1 < 0 ? 0 : position - 1);
    return (at(0) == '+' || at(0) == '-') && (before == 'e' || before == 'E') && isDigit(at(1));
  }

  private Kind operator(char first) {
    position++;
    String pair = position < sql.length() ? "" + first + sql.charAt(position) : "";
    switch (pair) {
      case "==", "<=", "<>", "<<", ">=", ">>", "!=", "||" -> position++;
      case "->" -> position += at(1) == '>' ? 2 : 1;
      default -> {
        return "-+*/%(),=<>|&~".indexOf(first) >= 0 ? Kind.OPERATOR : Kind.ILLEGAL;
      }
    }
    return Kind.OPERATOR;
  }

  private char at(int offset) {
    int index = position + offset;
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  private int endOr(int found, int length) {
    return found < 0 ? sql.length() : found + length;
  }

  private static boolean isDigit(char current) {
    return current >= '0' && current <= '9';
  }

  private static boolean isNamePart(char current) {
    return isDigit(current)
        || (current >= 'a' && current <= 'z')
        || (current >= 'A' && current <= 'Z')
        || current == '_'
        || current == '$'
        || current >= 0x80;
  }
}
