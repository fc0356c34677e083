package dev.alidade.ask.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the dictionary form of English words by rules and a list of exceptions. */
public final class Lemmatizer {
  private static final List<String> ENDINGS =
      List.of(
          "ization", "isation", "ational", "ations", "ation", "ments", "ment", "ings", "ing",
          "ities", "ity", "ional", "ions", "ion", "ance", "ence", "ness", "able", "ible", "ical",
          "ers", "ors", "ed", "er", "or", "al", "ly", "es", "e", "s", "y");
  private static final int SHORTEST_STEM = 4;
  private static final Lemmatizer ENGLISH =
      new Lemmatizer(WordList.pairs("/dev/alidade/ask/irregular.tsv"));

  private final Map<String, String> irregular;

  private Lemmatizer(Map<String, String> irregular) {
    this.irregular = new HashMap<>(irregular);
  }

  /** The lemmatizer of English words. */
  public static Lemmatizer english() {
    return ENGLISH;
  }

  /** The singular of a noun, the plain form of a listed verb; other words unchanged. */
  public String lemma(String lower) {
    String listed = irregular.get(lower);
    if (listed != null) {
      return listed;
    }
    if (lower.length() < 4 || !lower.endsWith("s")) {
      return lower;
    }
    if (lower.endsWith("ies")) {
      return lower.length() > 4 ? lower.substring(0, lower.length() - 3) + "y" : lower;
    }
    if (lower.endsWith("sses")
        || lower.endsWith("shes")
        || lower.endsWith("ches")
        || lower.endsWith("xes")
        || lower.endsWith("zzes")) {
      return lower.substring(0, lower.length() - 2);
    }
    if (lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is")) {
      return lower;
    }
    return lower.substring(0, lower.length() - 1);
  }

  /** The verbs that the word may be a form of: "placed" of "place", "stopping" of "stop". */
  public static List<String> verbs(String lower) {
    int ending = lower.endsWith("ing") ? 3 : lower.endsWith("ed") ? 2 : 0;
    if (ending == 0 || lower.length() - ending < 3) {
      return List.of();
    }
    String base = lower.substring(0, lower.length() - ending);
    boolean doubled = base.charAt(base.length() - 1) == base.charAt(base.length() - 2);
    return doubled
        ? List.of(base, base + "e", base.substring(0, base.length() - 1))
        : List.of(base, base + "e");
  }

  /** What a word shares with those derived from it, for matching only. */
  public String stem(String lower) {
    String lemma = lemma(lower);
    for (String ending : ENDINGS) {
      if (lemma.endsWith(ending) && lemma.length() - ending.length() >= SHORTEST_STEM) {
        return undouble(lemma.substring(0, lemma.length() - ending.length()));
      }
    }
    return lemma;
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    boolean doubled =
        last > 3
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0;
    return doubled ? stem.substring(0, last) : stem;
  }
}
