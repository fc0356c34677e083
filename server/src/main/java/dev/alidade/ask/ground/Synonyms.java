package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final int BITS_OF_FIT = 2;

  /** How well one stands for another, in rising order. */
  private static final double[] FITS = {WIDER_MEANING, SAME_MEANING, LISTED};

  private final Set<String> stopWords;
  private final Lemmatizer lemmatizer = Lemmatizer.english();
  // Tens of thousands of phrases are known, so they are numbered, and a number and a fit are
  // packed.
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> phrases = new ArrayList<>();
  private final List<int[]> others = new ArrayList<>();
  private final int[] listed;

  /** The lists that come with the product; phrases are looked up without {@code stopWords}. */
  Synonyms(Set<String> stopWords) {
    this.stopWords = Set.copyOf(stopWords);
    WordList.rows(FOLDER + "synonyms.tsv").forEach(row -> alike(row, LISTED));
    listed = others.stream().mapToInt(known -> known.length).toArray();
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
    Integer number = numbers.get(phrase);
    return number == null ? Map.of() : first(number, others.get(number).length);
  }

  /** The same by our own list only, which was made by hand. */
  Map<String, Double> listed(String phrase) {
    Integer number = numbers.get(phrase);
    return number == null || number >= listed.length ? Map.of() : first(number, listed[number]);
  }

  private Map<String, Double> first(int number, int count) {
    int[] known = others.get(number);
    Map<String, Double> found = LinkedHashMap.newLinkedHashMap(count);
    for (int index = 0; index < count; index++) {
      int fit = known[index] & ((1 << BITS_OF_FIT) - 1);
      found.put(phrases.get(known[index] >>> BITS_OF_FIT), FITS[fit]);
    }
    return found;
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
      add(numberOf(left), numberOf(right), fit);
      add(numberOf(right), numberOf(left), fit);
    }
  }

  private int numberOf(String phrase) {
    Integer known = numbers.putIfAbsent(phrase, phrases.size());
    if (known != null) {
      return known;
    }
    phrases.add(phrase);
    others.add(new int[0]);
    return phrases.size() - 1;
  }

  /** Of two fits the better one stays. */
  private void add(int phrase, int other, double fit) {
    int packed = other << BITS_OF_FIT | Arrays.binarySearch(FITS, fit);
    int[] known = others.get(phrase);
    for (int index = 0; index < known.length; index++) {
      if (known[index] >>> BITS_OF_FIT == other) {
        known[index] = Math.max(known[index], packed);
        return;
      }
    }
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = packed;
    others.set(phrase, more);
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
