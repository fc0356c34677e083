package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.converse.Chip;
import dev.alidade.ask.converse.ChipKind;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.semantic.Synonym;
import dev.alidade.semantic.Synonym.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what unknown words stand for, where somebody has said it; never where it is a guess. */
final class SynonymFinder {
  private static final int SHARED = 4;

  private final SourceMap map;
  private final Tokenizer tokenizer = new Tokenizer();

  SynonymFinder(SourceMap map) {
    this.map = map;
  }

  /**
   * What the unknown words of a question mean, where another wording is the same but for them and
   * has something of the source in their place.
   */
  Optional<Synonym> between(String question, List<String> unknown, String other) {
    Question before = tokenizer.read(question);
    Question after = map.lattice(tokenizer.read(other)).question();
    int longest = Math.min(size(before), size(after));
    int first = 0;
    while (first < longest && isSame(before, first, after, first)) {
      first++;
    }
    int last = 0;
    while (last < longest - first
        && isSame(before, size(before) - 1 - last, after, size(after) - 1 - last)) {
      last++;
    }
    if (first >= size(before) - last || first >= size(after) - last) {
      return Optional.empty();
    }
    Span words = new Span(first, size(before) - last);
    Span meant = new Span(first, size(after) - last);
    return isUnknown(before, words, unknown)
        ? target(after, meant).map(target -> new Synonym(lower(before.words(words)), target))
        : Optional.empty();
  }

  /** Marks at the end say nothing. */
  private static int size(Question question) {
    int size = question.tokens().size();
    while (size > 0 && question.tokens().get(size - 1).kind() == TokenKind.PUNCTUATION) {
      size--;
    }
    return size;
  }

  private static boolean isSame(Question left, int at, Question right, int place) {
    return left.tokens().get(at).lemma().equals(right.tokens().get(place).lemma());
  }

  private static boolean isUnknown(Question question, Span words, List<String> unknown) {
    Set<String> said = new HashSet<>();
    question.tokens().subList(words.start(), words.end()).forEach(token -> said.add(token.lower()));
    Set<String> lost = new HashSet<>();
    unknown.forEach(word -> lost.addAll(List.of(lower(word).split("\\s+", -1))));
    return said.equals(lost);
  }

  /** The one thing that exactly these words name. */
  private Optional<Target> target(Question question, Span words) {
    List<Target> targets =
        map.lattice(question).startingAt(words.start()).stream()
            .filter(mention -> mention.span().equals(words))
            .flatMap(mention -> target(mention).stream())
            .distinct()
            .toList();
    return targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty();
  }

  private static Optional<Target> target(Mention mention) {
    return switch (mention) {
      case Mention.OfTable named when named.score() >= 1 ->
          Optional.of(new Target.OfTable(named.table()));
      case Mention.OfColumn named when named.full() ->
          Optional.of(new Target.OfColumn(named.table(), named.column().name()));
      case Mention.OfValue value when value.exact() ->
          Optional.of(new Target.OfValue(value.table(), value.column().name(), value.value()));
      case Mention.OfMetric metric -> Optional.of(new Target.OfMetric(metric.metric().name()));
      default -> Optional.empty();
    };
  }

  /**
   * What the words of a filter mean, where another value was put in its place. Words that look like
   * the value that they were taken for mean that one, and the asker wanted to see another.
   */
  Optional<Synonym> corrected(Chip chip, List<String> values) {
    if (chip.kind() != ChipKind.FILTER || values.size() != 1 || chip.values().size() != 1) {
      return Optional.empty();
    }
    return chip.words()
        .filter(words -> !looksLike(words, chip.values().getFirst()))
        .flatMap(
            words ->
                value(chip.column().orElse(""), values.getFirst())
                    .map(value -> new Synonym(lower(words), value)));
  }

  private boolean looksLike(String words, String value) {
    List<Token> named = tokenizer.read(value).tokens();
    return tokenizer.read(words).tokens().stream()
        .anyMatch(word -> named.stream().anyMatch(other -> looksLike(word, other)));
  }

  private static boolean looksLike(Token word, Token other) {
    int shared = Math.min(SHARED, Math.min(word.lower().length(), other.lower().length()));
    return word.stem().equals(other.stem())
        || word.lower().startsWith(other.lower().substring(0, shared));
  }

  private Optional<Target> value(String column, String value) {
    return map.knowledge().values().find(value).stream()
        .filter(match -> match.score() >= 1)
        .filter(match -> column.equals(match.table() + "." + match.column()))
        .findFirst()
        .map(match -> new Target.OfValue(match.table(), match.column(), match.value()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
