package dev.alidade.engine.mysql.gate;

import java.util.Locale;

/** A token of a statement: {@code text} is what stands from {@code start} to {@code end}. */
public record MySqlToken(Kind kind, String text, int start) {
  /** What a token is. */
  public enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL,
    SEMICOLON,
    END
  }

  /** The place behind the token. */
  public int end() {
    return start + text.length();
  }

  /** Whether it may name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  boolean is(String symbolOrWord) {
    return switch (kind) {
      case SYMBOL, SEMICOLON -> text.equals(symbolOrWord);
      case WORD -> text.equalsIgnoreCase(symbolOrWord);
      case QUOTED_NAME, STRING, NUMBER, PARAMETER, END -> false;
    };
  }

  /** An unquoted word in capitals, for comparing with keywords; empty for all else. */
  String keyword() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }

  /** What a name means without its quotes. */
  public String name() {
    return kind == Kind.QUOTED_NAME
        ? text.substring(1, text.length() - 1).replace("``", "`")
        : text;
  }
}
