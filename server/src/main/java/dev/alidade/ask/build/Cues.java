package dev.alidade.ask.build;

import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that tell what shape the answer of a question has, whatever it is about. */
final class Cues {
  private static final String RESOURCE = "/dev/alidade/ask/cues.txt";
  private static final Cues ENGLISH = new Cues();

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private Cues() {
    for (List<String> row : WordList.rows(RESOURCE)) {
      String name = row.getFirst().strip();
      if (numbers.putIfAbsent(name, names.size()) == null) {
        names.add(name);
      }
    }
  }

  static Cues english() {
    return ENGLISH;
  }

  /** The names of all cues, by number. */
  List<String> names() {
    return names;
  }

  /** The numbers of those that a question has. */
  Set<Integer> of(Question question) {
    Set<Integer> found = new LinkedHashSet<>();
    List<Token> tokens = question.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      add(found, token.lower());
      add(found, token.lemma());
      if (at + 1 < tokens.size()) {
        add(found, token.lower() + " " + tokens.get(at + 1).lower());
      }
    }
    return found;
  }

  private void add(Set<Integer> found, String words) {
    Integer number = numbers.get(words);
    if (number != null) {
      found.add(number);
    }
  }
}
