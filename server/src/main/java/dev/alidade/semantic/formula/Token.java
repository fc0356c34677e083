package dev.alidade.semantic.formula;

import java.util.Locale;

/**
 * One piece of a formula.
 *
 * @param text the name, the sign or the number; of a text what stands between its quotes
 */
record Token(Kind kind, String text, int offset) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** The piece as a message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the formula";
      case TEXT -> "'" + text + "'";
      case WORD, QUOTED_NAME, NUMBER, SIGN -> "`" + text + "`";
    };
  }
}
