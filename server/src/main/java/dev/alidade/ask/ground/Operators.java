package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that do something to others, as the list of operators has them. */
final class Operators {
  private record Entry(List<String> words, OperatorKind kind, String argument) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  Operators() {
    for (List<String> row : WordList.rows("/dev/alidade/ask/operators.tsv")) {
      List<String> words = List.of(row.get(0).split(" ", -1));
      String argument = row.size() > 2 ? row.get(2) : "";
      byFirstWord
          .computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>())
          .add(new Entry(words, OperatorKind.valueOf(row.get(1)), argument));
    }
  }

  /** Every word of an operator. */
  Set<String> words() {
    return byFirstWord.values().stream()
        .flatMap(List::stream)
        .flatMap(entry -> entry.words.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The operators whose words start at a token. */
  List<Mention.OfOperator> at(List<Token> tokens, int start) {
    Token first = tokens.get(start);
    if (first.kind() == TokenKind.QUOTED) {
      return List.of();
    }
    List<Mention.OfOperator> found = new ArrayList<>();
    for (Entry entry : byFirstWord.getOrDefault(first.lower(), List.of())) {
      int end = start + entry.words.size();
      if (end <= tokens.size() && says(tokens.subList(start, end), entry.words)) {
        found.add(
            new Mention.OfOperator(
                new Span(start, end), entry.kind, entry.argument, Optional.empty(), 1));
      }
    }
    return found;
  }

  private static boolean says(List<Token> tokens, List<String> words) {
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      boolean same =
          tokens.get(index).is(word) || (word.equals("not") && tokens.get(index).is("n't"));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
