package dev.alidade.ask.text;

import java.util.Objects;

/**
 * One word, number, quoted text or mark of a question.
 *
 * @param text as written, quotes removed
 * @param lower in lower case
 * @param lemma the dictionary form, plural and inflection removed
 * @param stem the part that related words share
 * @param start offset of the first character in the question
 * @param end offset after the last character
 */
public record Token(
    TokenKind kind, String text, String lower, String lemma, String stem, int start, int end) {
  public Token {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(lower, "lower");
    Objects.requireNonNull(lemma, "lemma");
    Objects.requireNonNull(stem, "stem");
  }

  /** Whether it is a word that starts with a capital letter. */
  public boolean isCapitalized() {
    return kind == TokenKind.WORD && Character.isUpperCase(text.charAt(0));
  }

  /** Whether it is exactly this word, letter case aside. */
  public boolean is(String word) {
    return lower.equals(word);
  }
}
