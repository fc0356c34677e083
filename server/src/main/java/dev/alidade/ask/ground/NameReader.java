package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts names of tables and columns into words: snake_case, camelCase, compounds, abbreviations. */
final class NameReader {
  private static final int SHORTEST_PART = 2;

  private final Lexicon lexicon;
  private final Set<String> vocabulary;
  private final Lemmatizer lemmatizer = Lemmatizer.english();

  NameReader(Lexicon lexicon, Set<String> vocabulary) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  /** The words between separators and changes of case, in lower case. */
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    String spaced =
        name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
            .replaceAll("(?<=\\p{L})(?=\\d)", " ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ");
    for (String part : spaced.strip().split(" +", -1)) {
      if (!part.isEmpty()) {
        parts.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return parts;
  }

  /** The words of a name as lemmas, compounds cut and abbreviations written out. */
  List<Word> words(String name) {
    List<Word> words = new ArrayList<>();
    for (String part : parts(name)) {
      for (String piece : cut(part)) {
        for (String word : lexicon.expand(piece)) {
          words.add(new Word(lemmatizer.lemma(word), lemmatizer.stem(word)));
        }
      }
    }
    return words;
  }

  /** One word of a name. */
  record Word(String lemma, String stem) {}

  private List<String> cut(String part) {
    if (part.length() < 2 * SHORTEST_PART || isKnown(part)) {
      return List.of(part);
    }
    List<String> pieces = cutFrom(part, 0, 0);
    return pieces.isEmpty() ? List.of(part) : pieces;
  }

  private List<String> cutFrom(String part, int start, int depth) {
    if (start == part.length()) {
      return List.of();
    }
    for (int end = part.length(); end - start >= SHORTEST_PART; end--) {
      String piece = part.substring(start, end);
      if (!isKnown(piece)) {
        continue;
      }
      if (end == part.length()) {
        return List.of(piece);
      }
      if (depth < 3) {
        List<String> rest = cutFrom(part, end, depth + 1);
        if (!rest.isEmpty()) {
          List<String> all = new ArrayList<>();
          all.add(piece);
          all.addAll(rest);
          return all;
        }
      }
    }
    return List.of();
  }

  private boolean isKnown(String piece) {
    return vocabulary.contains(piece)
        || lexicon.isAbbreviation(piece)
        || lexicon.isSchemaWord(piece)
        || lexicon.isSchemaWord(lemmatizer.lemma(piece));
  }
}
