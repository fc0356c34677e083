package dev.alidade.cache.derive;

import dev.alidade.sql.SqlToken;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Some tokens of a text that follow each other. */
record Words(String text, List<SqlToken> tokens) {
  // Each depth is read anew.
  private static final int DEEPEST = 50;

  Words {
    Objects.requireNonNull(text, "text");
    tokens = List.copyOf(tokens);
  }

  int size() {
    return tokens.size();
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  Words part(int from, int to) {
    return new Words(text, tokens.subList(from, to));
  }

  Kind kind(int index) {
    return tokens.get(index).kind();
  }

  String at(int index) {
    return tokens.get(index).text(text);
  }

  /** Whether a word without quotes stands there. */
  boolean is(int index, String keyword) {
    return index >= 0
        && index < size()
        && kind(index) == Kind.WORD
        && at(index).equalsIgnoreCase(keyword);
  }

  boolean isSymbol(int index, String symbol) {
    return index >= 0 && index < size() && kind(index) == Kind.SYMBOL && at(index).equals(symbol);
  }

  boolean isName(int index) {
    return index >= 0
        && index < size()
        && (kind(index) == Kind.WORD || kind(index) == Kind.QUOTED_IDENTIFIER);
  }

  /** The name that stands there, without its quotes. */
  String name(int index) {
    String written = at(index);
    return kind(index) == Kind.QUOTED_IDENTIFIER
        ? written.substring(1, written.length() - 1)
        : written;
  }

  /** Whether a token follows the one before it without a blank. */
  boolean adjoins(int index) {
    return tokens.get(index - 1).end() == tokens.get(index).start();
  }

  /** The text as it stands, blanks and all. */
  String written() {
    return isEmpty() ? "" : text.substring(tokens.getFirst().start(), tokens.getLast().end());
  }

  /** Where tokens stand that are in no parentheses and fit; the parentheses themselves are not. */
  List<Integer> outside(Predicate<Integer> fits) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    for (int index = 0; index < size(); index++) {
      if (isSymbol(index, "(")) {
        depth++;
      } else if (isSymbol(index, ")")) {
        depth--;
      } else if (depth == 0 && fits.test(index)) {
        found.add(index);
      }
    }
    return found;
  }

  /** The parts between commas that are in no parentheses. */
  List<Words> byCommas() {
    List<Words> parts = new ArrayList<>();
    int from = 0;
    for (int comma : outside(index -> isSymbol(index, ","))) {
      parts.add(part(from, comma));
      from = comma + 1;
    }
    parts.add(part(from, size()));
    return parts;
  }

  /** Whether one pair of parentheses holds all. */
  boolean isEnclosed() {
    return size() > 2
        && isSymbol(0, "(")
        && isSymbol(size() - 1, ")")
        && part(1, size() - 1).isBalanced();
  }

  /** Whether every parenthesis that is closed was opened here, and the other way round. */
  boolean isBalanced() {
    int depth = 0;
    for (int index = 0; index < size() && depth >= 0 && depth <= DEEPEST; index++) {
      depth += isSymbol(index, "(") ? 1 : isSymbol(index, ")") ? -1 : 0;
    }
    return depth == 0;
  }

  /** Whether values are bound by their places, which other conditions would change. */
  boolean hasValuesByPlace() {
    return tokens.stream()
        .anyMatch(token -> token.kind() == Kind.PARAMETER && token.text(text).equals("?"));
  }

  /** A keyword in capitals. */
  String upper(int index) {
    return at(index).toUpperCase(Locale.ROOT);
  }

  /** The tokens with single blanks between them, to be compared. */
  @Override
  public String toString() {
    return String.join(" ", tokens.stream().map(token -> token.text(text)).toList());
  }
}
