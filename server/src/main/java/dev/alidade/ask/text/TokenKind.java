package dev.alidade.ask.text;

/** What a token is made of. */
public enum TokenKind {
  WORD,
  NUMBER,
  QUOTED,
  PUNCTUATION
}
