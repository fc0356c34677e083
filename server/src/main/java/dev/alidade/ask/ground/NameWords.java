package dev.alidade.ask.ground;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words that names of tables and columns are made of. */
public final class NameWords {
  private static final NameReader READER = new NameReader(Lexicon.english(), Set.of());

  private NameWords() {}

  /** The lemmas of a name's words, compounds cut and abbreviations written out. */
  public static Set<String> lemmas(String name) {
    Set<String> lemmas = new LinkedHashSet<>();
    READER.words(name).forEach(word -> lemmas.add(word.lemma()));
    return lemmas;
  }
}
