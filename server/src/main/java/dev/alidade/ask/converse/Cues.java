package dev.alidade.ask.converse;

import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of follow-ups, as their list has them. */
final class Cues {
  private static final Cues ENGLISH = new Cues("/dev/alidade/ask/follow-ups.tsv");

  /** Words that do something: from one token up to, not including, another. */
  record Found(Cue cue, String argument, int start, int end) {
    int length() {
      return end - start;
    }
  }

  private record Entry(List<String> words, Cue cue, String argument) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  private Cues(String resource) {
    for (List<String> row : WordList.rows(resource)) {
      List<String> words = List.of(row.get(0).split(" ", -1));
      byFirstWord
          .computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>())
          .add(new Entry(words, Cue.valueOf(row.get(1)), row.size() > 2 ? row.get(2) : ""));
    }
  }

  static Cues english() {
    return ENGLISH;
  }

  /** The longest words that start at a token; those that must be whole are not among them. */
  Optional<Found> at(List<Token> tokens, int start) {
    return longest(tokens, start).filter(found -> !found.cue.isWhole());
  }

  /** What the whole text says, where that is one thing. */
  Optional<Found> whole(List<Token> tokens) {
    List<Token> words =
        tokens.stream()
            .filter(token -> token.kind() != TokenKind.PUNCTUATION && !token.is("please"))
            .toList();
    return words.isEmpty()
        ? Optional.empty()
        : candidates(words, 0).stream()
            .filter(found -> found.cue.isWhole() && found.end == words.size())
            .findFirst();
  }

  private Optional<Found> longest(List<Token> tokens, int start) {
    return candidates(tokens, start).stream()
        .filter(found -> !found.cue.isWhole())
        .max(java.util.Comparator.comparingInt(Found::length));
  }

  private List<Found> candidates(List<Token> tokens, int start) {
    List<Found> found = new ArrayList<>();
    for (Entry entry : byFirstWord.getOrDefault(tokens.get(start).lower(), List.of())) {
      int end = start + entry.words.size();
      boolean says = end <= tokens.size() && tokens.get(start).kind() != TokenKind.QUOTED;
      for (int at = start; says && at < end; at++) {
        says = tokens.get(at).is(entry.words.get(at - start));
      }
      if (says) {
        found.add(new Found(entry.cue, entry.argument, start, end));
      }
    }
    return found;
  }
}
