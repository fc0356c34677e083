package dev.alidade.redteam.random;

import java.util.Locale;

/** What an expression is, as far as a writer of statements needs to know it. */
enum Kind {
  NUMBER,
  TEXT,
  DATE,
  TRUTH;

  /** How it stands in a form: {@code {n}}, {@code {t}}, {@code {d}}, {@code {b}}. */
  char letter() {
    return this == TRUTH ? 'b' : name().toLowerCase(Locale.ROOT).charAt(0);
  }

  static Kind of(char letter) {
    return switch (letter) {
      case 'n' -> NUMBER;
      case 't' -> TEXT;
      case 'd' -> DATE;
      case 'b' -> TRUTH;
      default -> throw new IllegalArgumentException("no kind is written " + letter);
    };
  }
}
