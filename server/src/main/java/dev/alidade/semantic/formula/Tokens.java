package dev.alidade.semantic.formula;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.semantic.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into pieces and walks along them. */
final class Tokens {
  private static final List<String> TWO = List.of("<>", "!=", "<=", ">=", "||", "::");
  private static final String ONE = "()+-*/,.=<>";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  Tokens(String text) {
    this.text = text;
    int offset = 0;
    while (offset < text.length()) {
      offset = next(offset);
    }
    tokens.add(new Token(Kind.END, "", text.length()));
  }

  Token peek() {
    return tokens.get(position);
  }

  /** The piece that many after the next one. */
  Token peek(int further) {
    return tokens.get(Math.min(position + further, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    position = Math.min(position + 1, tokens.size() - 1);
    return token;
  }

  boolean skip(String sign) {
    boolean found = peek().is(sign);
    if (found) {
      take();
    }
    return found;
  }

  boolean skipWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      take();
    }
    return found;
  }

  void expect(String sign) {
    if (!skip(sign)) {
      throw wrong(peek(), "expected `%s` here, not %s".formatted(sign, peek().shown()));
    }
  }

  void expectWord(String word) {
    if (!skipWord(word)) {
      throw wrong(peek(), "expected `%s` here, not %s".formatted(word, peek().shown()));
    }
  }

  /** What is wrong at a piece. */
  AlidadeException wrong(Token token, String message) {
    return wrong(token.offset(), message);
  }

  private AlidadeException wrong(int offset, String message) {
    return new AlidadeException(ErrorCode.SYNTAX_ERROR, message, Location.of(text, offset));
  }

  private int next(int start) {
    char first = text.charAt(start);
    if (Character.isWhitespace(first)) {
      return start + 1;
    }
    if (Character.isLetter(first) || first == '_') {
      return word(start);
    }
    if (isDigit(first) || (first == '.' && isDigit(at(start + 1)))) {
      return number(start);
    }
    if (first == '\'') {
      return quoted(start, '\'', Kind.TEXT);
    }
    if (first == '"' || first == '`') {
      return quoted(start, first, Kind.QUOTED_NAME);
    }
    String two = text.substring(start, Math.min(start + 2, text.length()));
    if (TWO.contains(two)) {
      tokens.add(new Token(Kind.SIGN, two, start));
      return start + 2;
    }
    if (ONE.indexOf(first) < 0) {
      throw wrong(start, "`%s` cannot stand in a formula".formatted(first));
    }
    tokens.add(new Token(Kind.SIGN, String.valueOf(first), start));
    return start + 1;
  }

  private int word(int start) {
    int end = start + 1;
    while (Character.isLetterOrDigit(at(end)) || at(end) == '_' || at(end) == '$') {
      end++;
    }
    tokens.add(new Token(Kind.WORD, text.substring(start, end), start));
    return end;
  }

  private int number(int start) {
    int end = start;
    while (isDigit(at(end))) {
      end++;
    }
    if (at(end) == '.') {
      end++;
      while (isDigit(at(end))) {
        end++;
      }
    }
    tokens.add(new Token(Kind.NUMBER, text.substring(start, end), start));
    return end;
  }

  private int quoted(int start, char quote, Kind kind) {
    StringBuilder content = new StringBuilder();
    int end = start + 1;
    while (end < text.length()) {
      char each = text.charAt(end);
      if (each != quote) {
        content.append(each);
        end++;
      } else if (at(end + 1) == quote) {
        content.append(quote);
        end += 2;
      } else {
        tokens.add(new Token(kind, content.toString(), start));
        return end + 1;
      }
    }
    throw wrong(start, "this %s does not end".formatted(kind == Kind.TEXT ? "text" : "name"));
  }

  private char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\0';
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }
}
