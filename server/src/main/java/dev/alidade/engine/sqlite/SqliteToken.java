package dev.alidade.engine.sqlite;

import java.util.Locale;

/** A token of a statement: {@code text} is what stands from {@code start} to {@code end}. */
record SqliteToken(Kind kind, String text, int start) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    VARIABLE,
    OPERATOR,
    SEMICOLON,
    ILLEGAL
  }

  int end() {
    return start + text.length();
  }

  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** Upper case, for comparing with keywords. */
  String keyword() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }

  /** What a name or string means without its quotes. */
  String unquoted() {
    if (text.length() < 2 || (kind != Kind.QUOTED_NAME && kind != Kind.STRING)) {
      return text;
    }
    char quote = text.charAt(0);
    String inner = text.substring(1, text.length() - 1);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }
}
