package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;

/** Names of tables and columns as people would say them. */
public final class PlainNames {
  private PlainNames() {}

  /** What one row of a table so named is. */
  public static String singular(String name) {
    String plain = of(name);
    int last = plain.lastIndexOf(' ') + 1;
    String word = plain.substring(last);
    return word.endsWith("s") ? plain.substring(0, last) + Lemmatizer.english().lemma(word) : plain;
  }

  /** The words of a name with single spaces, in lower case. */
  public static String of(String name) {
    String plain = String.join(" ", NameReader.parts(name));
    return plain.isEmpty() ? name : plain;
  }
}
