package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and phrases that may stand for each other, each with how well they do, below 1. */
final class Synonyms {
  private static final String FOLDER = "/dev/alidade/ask/";
  private static final double LISTED = 0.7;
  private static final double SAME_MEANING = 0.62;
  private static final double WIDER_MEANING = 0.5;
  private static final String ABOVE = "<";

  private final Set<String> stopWords;
  private final Lemmatizer lemmatizer = Lemmatizer.english();
  private final Map<String, Map<String, Double>> byPhrase = new HashMap<>();
  private final Map<String, Map<String, Double>> listed = new HashMap<>();

  /** The lists that come with the product; phrases are looked up without {@code stopWords}. */
  Synonyms(Set<String> stopWords) {
    this.stopWords = Set.copyOf(stopWords);
    WordList.rows(FOLDER + "synonyms.tsv").forEach(row -> alike(row, LISTED));
    byPhrase.forEach((phrase, others) -> listed.put(phrase, Map.copyOf(others)));
    WordList.rows(FOLDER + "rewordings.tsv").forEach(row -> alike(row, LISTED));
    for (List<String> row : WordList.rows(FOLDER + "wordnet.tsv")) {
      int above = row.indexOf(ABOVE);
      List<String> same = above < 0 ? row : row.subList(0, above);
      alike(same, SAME_MEANING);
      if (above >= 0) {
        for (String word : same) {
          row.subList(above + 1, row.size()).forEach(wider -> pair(word, wider, WIDER_MEANING));
        }
      }
    }
  }

  /** What may stand for a phrase, and how well; lemmas one space apart. */
  Map<String, Double> of(String phrase) {
    return byPhrase.getOrDefault(phrase, Map.of());
  }

  /** The same by our own list only, which was made by hand. */
  Map<String, Double> listed(String phrase) {
    return listed.getOrDefault(phrase, Map.of());
  }

  private void alike(List<String> phrases, double fit) {
    for (int one = 0; one < phrases.size(); one++) {
      for (int other = one + 1; other < phrases.size(); other++) {
        pair(phrases.get(one), phrases.get(other), fit);
      }
    }
  }

  private void pair(String one, String other, double fit) {
    String left = plain(one);
    String right = plain(other);
    if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
      byPhrase.computeIfAbsent(left, key -> new LinkedHashMap<>()).merge(right, fit, Math::max);
      byPhrase.computeIfAbsent(right, key -> new LinkedHashMap<>()).merge(left, fit, Math::max);
    }
  }

  private String plain(String phrase) {
    if (phrase.indexOf(' ') < 0) {
      return lemmatizer.lemma(phrase);
    }
    List<String> kept = new ArrayList<>();
    for (String word : phrase.split(" ", -1)) {
      if (!stopWords.contains(word)) {
        kept.add(lemmatizer.lemma(word));
      }
    }
    return String.join(" ", kept);
  }
}
