package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** General knowledge of English words: synonyms, abbreviations, words without content. */
public final class Lexicon {
  private static final String FOLDER = "/dev/alidade/ask/";
  private static final Lexicon ENGLISH = new Lexicon();

  private final Synonyms synonyms;
  private final Map<String, List<String>> abbreviations = new HashMap<>();
  private final Set<String> schemaWords = new HashSet<>();
  private final Set<String> stopWords;
  private final Set<String> lightWords;

  private Lexicon() {
    Lemmatizer lemmatizer = Lemmatizer.english();
    for (List<String> row : WordList.rows(FOLDER + "synonyms.tsv")) {
      row.stream().map(lemmatizer::lemma).forEach(schemaWords::add);
    }
    WordList.pairs(FOLDER + "abbreviations.tsv")
        .forEach((shortForm, words) -> abbreviations.put(shortForm, List.of(words.split(" ", -1))));
    schemaWords.addAll(WordList.words(FOLDER + "schema-words.txt"));
    stopWords = WordList.words(FOLDER + "stop-words.txt");
    lightWords = WordList.words(FOLDER + "light-words.txt");
    synonyms = new Synonyms(stopWords);
  }

  /** The lexicon that comes with the product. */
  public static Lexicon english() {
    return ENGLISH;
  }

  /** Those of them that our own list names. */
  Map<String, Double> usualSynonyms(String word) {
    return synonyms.listed(word);
  }

  /** What may stand for a word or phrase, and how well: lemmas one space apart. */
  Map<String, Double> synonyms(String phrase) {
    return synonyms.of(phrase);
  }

  /** The words that an abbreviation stands for, or the word itself. */
  List<String> expand(String word) {
    return abbreviations.getOrDefault(word, List.of(word));
  }

  boolean isAbbreviation(String word) {
    return abbreviations.containsKey(word);
  }

  boolean isSchemaWord(String lemma) {
    return schemaWords.contains(lemma);
  }

  /** Whether the word only holds others together. */
  public boolean isStopWord(String lower) {
    return stopWords.contains(lower);
  }

  /** Whether the word says little beyond the relation of the words around it. */
  public boolean isLightWord(String lemma) {
    return lightWords.contains(lemma)
        || Lemmatizer.verbs(lemma).stream().anyMatch(lightWords::contains);
  }
}
