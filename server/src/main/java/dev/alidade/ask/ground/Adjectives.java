package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adjectives that measure something: "older than", "the tallest", "how long". */
final class Adjectives {
  /** How an adjective stands in the sentence. */
  enum Form {
    BASE,
    COMPARATIVE,
    SUPERLATIVE
  }

  /**
   * An adjective in a sentence.
   *
   * @param measures words of column names; true where a greater number is more of it
   */
  record Use(Span span, Form form, Map<String, Boolean> measures) {}

  private record Entry(List<String> words, Form form, Map<String, Boolean> measures) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  Adjectives() {
    for (List<String> row : WordList.rows("/dev/alidade/ask/adjectives.tsv")) {
      Map<String, Boolean> measures = new LinkedHashMap<>();
      for (String measure : row.get(3).split(" ", -1)) {
        measures.put(measure.substring(1), measure.charAt(0) == '+');
      }
      add(row.get(0), Form.BASE, measures);
      add(row.get(1), Form.COMPARATIVE, measures);
      add(row.get(2), Form.SUPERLATIVE, measures);
    }
  }

  List<Use> at(List<Token> tokens, int start) {
    List<Use> found = new ArrayList<>();
    for (Entry entry : byFirstWord.getOrDefault(tokens.get(start).lower(), List.of())) {
      int end = start + entry.words.size();
      if (end > tokens.size()) {
        continue;
      }
      boolean same = true;
      for (int index = 1; index < entry.words.size(); index++) {
        same &= tokens.get(start + index).is(entry.words.get(index));
      }
      if (same) {
        int after = entry.form == Form.COMPARATIVE && isThan(tokens, end) ? end + 1 : end;
        found.add(new Use(new Span(start, after), entry.form, entry.measures));
      }
    }
    return found;
  }

  private void add(String words, Form form, Map<String, Boolean> measures) {
    if (words.equals("-")) {
      return;
    }
    List<String> split = List.of(words.split(" ", -1));
    byFirstWord
        .computeIfAbsent(split.getFirst(), ignored -> new ArrayList<>())
        .add(new Entry(split, form, measures));
  }

  private static boolean isThan(List<Token> tokens, int index) {
    return index < tokens.size() && tokens.get(index).is("than");
  }
}
