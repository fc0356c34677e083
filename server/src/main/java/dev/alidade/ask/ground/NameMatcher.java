package dev.alidade.ask.ground;

import dev.alidade.ask.text.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Judges how well words of a question fit the name of a table or column. */
final class NameMatcher {
  private static final double OPTIONAL_WORD = 0.25;
  private static final double NEARLY_THE_SAME = 0.85;

  private final Lexicon lexicon;

  NameMatcher(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The words among these that a word of a question fits, with how well. A word that the schema has
   * itself needs no synonym from beyond our own list.
   */
  Map<NameReader.Word, Double> fits(Token token, List<NameReader.Word> vocabulary) {
    Map<NameReader.Word, Double> fits =
        fits(token, vocabulary, lexicon.usualSynonyms(token.lemma()));
    boolean known = fits.values().stream().anyMatch(fit -> fit >= NEARLY_THE_SAME);
    return known ? fits : fits(token, vocabulary, lexicon.synonyms(token.lemma()));
  }

  private Map<NameReader.Word, Double> fits(
      Token token, List<NameReader.Word> vocabulary, Map<String, Double> synonyms) {
    Map<NameReader.Word, Double> fits = new LinkedHashMap<>();
    for (NameReader.Word word : vocabulary) {
      double fit = fit(token, word, synonyms);
      if (fit > 0) {
        fits.put(word, fit);
      }
    }
    return fits;
  }

  /** The fit of one word with another: 1 the same, less for a relative or a synonym, else 0. */
  private double fit(Token token, NameReader.Word word, Map<String, Double> synonyms) {
    if (token.lemma().equals(word.lemma()) || token.lower().equals(word.lemma())) {
      return 1;
    }
    if (token.stem().equals(word.stem()) && word.stem().length() >= 3) {
      return 0.85;
    }
    if (lexicon.expand(token.lower()).equals(List.of(word.lemma()))) {
      return 0.9;
    }
    double synonym = synonyms.getOrDefault(word.lemma(), 0.0);
    if (synonym > 0) {
      return synonym;
    }
    if (token.lower().length() >= 4
        && (word.lemma().startsWith(token.lemma())
            || (word.lemma().length() >= 4 && token.lemma().startsWith(word.lemma())))
        && Math.abs(word.lemma().length() - token.lemma().length()) <= 3) {
      return 0.6;
    }
    return 0;
  }

  /**
   * The fit of words with a name; of each word, what it fits is given. Every word must fit some
   * word of the name or of its owner, and at least one must fit the name itself.
   *
   * @param owner words of the table that a column belongs to; a name may repeat or leave them out
   */
  OptionalDouble fit(
      List<Map<NameReader.Word, Double>> words,
      List<NameReader.Word> name,
      List<NameReader.Word> owner) {
    double[] best = new double[name.size()];
    double ofOwner = 0;
    int previous = -1;
    boolean inOrder = true;
    double quality = 0;
    for (Map<NameReader.Word, Double> fits : words) {
      int at = -1;
      double fit = 0;
      for (int index = 0; index < name.size(); index++) {
        double here = fits.getOrDefault(name.get(index), 0.0);
        if (best[index] == 0 && here > fit) {
          fit = here;
          at = index;
        }
      }
      if (at < 0) {
        double here = bestFit(fits, owner);
        if (here < 0.7) {
          return OptionalDouble.empty();
        }
        ofOwner += here;
        quality += here;
        continue;
      }
      best[at] = fit;
      quality += fit;
      inOrder &= at > previous;
      previous = at;
    }
    double covered = 0;
    double total = 0;
    for (int index = 0; index < name.size(); index++) {
      boolean optional = isOptional(name, index, owner);
      double weight = optional ? OPTIONAL_WORD : 1;
      total += weight;
      covered += best[index] > 0 ? weight : 0;
    }
    if (covered == 0) {
      return OptionalDouble.empty();
    }
    double coverage = covered / total;
    double fit = quality / words.size() * (0.4 + 0.6 * coverage);
    boolean headMissing = best[name.size() - 1] == 0 && name.size() > 1;
    fit *= headMissing && !isOptional(name, name.size() - 1, owner) ? 0.85 : 1;
    fit *= inOrder ? 1 : 0.97;
    return OptionalDouble.of(ofOwner > 0 ? fit * 0.99 : fit);
  }

  private static double bestFit(Map<NameReader.Word, Double> fits, List<NameReader.Word> name) {
    return name.stream().mapToDouble(word -> fits.getOrDefault(word, 0.0)).max().orElse(0);
  }

  private static boolean isOptional(
      List<NameReader.Word> name, int index, List<NameReader.Word> owner) {
    String lemma = name.get(index).lemma();
    boolean ofOwner =
        name.size() > 1 && owner.stream().anyMatch(word -> word.lemma().equals(lemma));
    return ofOwner || lemma.equals("of") || lemma.equals("the") || lemma.equals("in");
  }
}
