package dev.alidade.ask;

import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.base.Caller;
import dev.alidade.base.Nearest;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds questions near one that cannot be answered; each of them can be. */
final class NearestQuestions {
  private static final int MOST = 3;

  private final CatalogService catalog;
  private final SourceReader reader;
  private final Suggestions suggestions;
  private final Tokenizer tokenizer = new Tokenizer();

  NearestQuestions(CatalogService catalog, SourceReader reader, Suggestions suggestions) {
    this.catalog = catalog;
    this.reader = reader;
    this.suggestions = suggestions;
  }

  /** A question that can be answered. */
  record Near(String question, Reading reading) {}

  /** Up to three, the nearest first: slips mended, unknown words left out, then suggestions. */
  List<Near> of(Caller caller, String question, List<String> unknown, Optional<String> source) {
    List<String> names = source.map(List::of).orElseGet(() -> catalog.sources(caller));
    List<Near> found = new ArrayList<>();
    for (String name : names) {
      if (catalog.available(caller, name).isPresent()) {
        candidates(caller, question, unknown, name)
            .forEach(candidate -> add(found, caller, candidate, name));
      }
    }
    return found;
  }

  private void add(List<Near> found, Caller caller, String candidate, String source) {
    boolean known =
        found.size() >= MOST || found.stream().anyMatch(near -> near.question().equals(candidate));
    if (!known
        && reader.readOne(caller, candidate, source).decision() instanceof Decision.Answer one
        && found.stream().noneMatch(near -> near.reading().sql().equals(one.reading().sql()))) {
      found.add(new Near(candidate, one.reading()));
    }
  }

  private Set<String> candidates(
      Caller caller, String question, List<String> unknown, String source) {
    Set<String> candidates = new LinkedHashSet<>();
    Question words = tokenizer.read(question);
    SourceKnowledge knowledge = catalog.knowledge(caller, source);
    if (!unknown.isEmpty()) {
      Set<String> vocabulary = vocabulary(knowledge);
      candidates.add(rewritten(words, unknown, word -> Nearest.to(word, vocabulary).orElse(word)));
      candidates.add(rewritten(words, unknown, word -> Nearest.to(word, vocabulary).orElse("")));
      candidates.add(rewritten(words, unknown, word -> ""));
      candidates.remove(question);
    }
    List<SuggestOutput.Suggestion> ranked =
        new ArrayList<>(suggestions.suggest(caller, Optional.of(source)).suggestions());
    ranked.sort(
        Comparator.comparingLong((SuggestOutput.Suggestion one) -> -shared(words, one.question())));
    ranked.forEach(one -> candidates.add(one.question()));
    return candidates;
  }

  private static Set<String> vocabulary(SourceKnowledge knowledge) {
    Set<String> vocabulary = new LinkedHashSet<>();
    for (Table table : knowledge.tables()) {
      vocabulary.addAll(parts(table.name().table()));
      for (Column column : table.columns()) {
        vocabulary.addAll(parts(column.name()));
        knowledge
            .profile(table.name(), column.name())
            .ifPresent(profile -> vocabulary.addAll(profile.examples()));
      }
    }
    return vocabulary;
  }

  private static List<String> parts(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream()
        .filter(part -> part.length() > 2)
        .toList();
  }

  /** The question with other words for those that are unknown; an empty one leaves them out. */
  private static String rewritten(
      Question question, List<String> unknown, UnaryOperator<String> better) {
    StringBuilder text = new StringBuilder();
    for (Token token : question.tokens()) {
      String written = question.text().substring(token.start(), token.end());
      String word = unknown.contains(token.text()) ? better.apply(token.text()) : written;
      boolean joined =
          text.isEmpty()
              || word.isEmpty()
              || token.kind() == TokenKind.PUNCTUATION
              || isEnding(token);
      text.append(joined ? "" : " ").append(word);
    }
    return text.toString();
  }

  private static boolean isEnding(Token token) {
    return token.is("'s") || token.is("n't");
  }

  private long shared(Question words, String other) {
    List<String> lemmas = words.tokens().stream().map(Token::lemma).toList();
    return tokenizer.read(other).tokens().stream()
        .filter(token -> token.kind() == TokenKind.WORD && token.lemma().length() > 3)
        .filter(token -> lemmas.contains(token.lemma()))
        .count();
  }
}
