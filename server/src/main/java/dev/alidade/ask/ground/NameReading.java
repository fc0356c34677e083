package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The names that words of one question fit; what one word fits is found out once. */
final class NameReading {
  private static final int MOST_REWRITINGS = 8;
  private static final double REWRITTEN = 0.15;

  /** A name with how well words fit it, up to 1. */
  record Scored<N>(N named, double score) {}

  /** Words of a question with others in their place, and how well these stand for them. */
  private record Rewriting(List<Token> words, double fit) {}

  private final NameIndex index;
  private final NameMatcher matcher;
  private final Lexicon lexicon;
  private final Map<String, Map<NameReader.Word, Double>> known = new HashMap<>();

  NameReading(NameIndex index, NameMatcher matcher, Lexicon lexicon) {
    this.index = index;
    this.matcher = matcher;
    this.lexicon = lexicon;
  }

  /** Tables that the words may name, in the order of the schema. */
  List<Scored<SchemaNames.NamedTable>> tables(List<Token> words) {
    return scored(
        words,
        index::tables,
        index::table,
        SchemaNames.NamedTable::joined,
        (fits, named) -> matcher.fit(fits, named.words(), List.of()));
  }

  /** Columns that the words may name, in the order of the schema. */
  List<Scored<SchemaNames.NamedColumn>> columns(List<Token> words) {
    return scored(
        words,
        index::columns,
        index::column,
        SchemaNames.NamedColumn::joined,
        (fits, named) -> matcher.fit(fits, named.words(), named.owner()));
  }

  private <N> List<Scored<N>> scored(
      List<Token> words,
      BiFunction<List<Map<NameReader.Word, Double>>, String, int[]> find,
      IntFunction<N> byNumber,
      Function<N, String> joinedName,
      BiFunction<List<Map<NameReader.Word, Double>>, N, OptionalDouble> fit) {
    NavigableMap<Integer, Double> scores = new TreeMap<>();
    for (Rewriting rewriting : rewritings(words)) {
      String joined = joined(rewriting.words);
      List<Map<NameReader.Word, Double>> fits = fits(rewriting.words);
      for (int number : find.apply(fits, joined)) {
        N named = byNumber.apply(number);
        double score =
            joined.equals(joinedName.apply(named)) ? 1 : fit.apply(fits, named).orElse(0);
        scores.merge(number, score * rewriting.fit, Math::max);
      }
    }
    List<Scored<N>> scored = new ArrayList<>();
    scores.forEach((number, score) -> scored.add(new Scored<>(byNumber.apply(number), score)));
    return scored;
  }

  /** The words as they are, and with a phrase in the place of a word, or a word of a phrase. */
  private List<Rewriting> rewritings(List<Token> words) {
    List<Rewriting> rewritings = new ArrayList<>();
    rewritings.add(new Rewriting(words, 1));
    for (int at = 0; at < words.size(); at++) {
      rewrite(words, at, at + 1, rewritings);
      if (at + 1 < words.size()) {
        rewrite(words, at, at + 2, rewritings);
      }
    }
    return rewritings;
  }

  private void rewrite(List<Token> words, int start, int end, List<Rewriting> rewritings) {
    List<String> lemmas = words.subList(start, end).stream().map(Token::lemma).toList();
    lexicon
        .synonyms(String.join(" ", lemmas))
        .forEach(
            (phrase, fit) -> {
              List<String> others = List.of(phrase.split(" ", -1));
              boolean isPhrase = others.size() > 1 || end - start > 1;
              if (isPhrase
                  && rewritings.size() < MOST_REWRITINGS
                  && others.stream().allMatch(index::hasLemma)) {
                List<Token> rewritten = new ArrayList<>(words.subList(0, start));
                others.forEach(other -> rewritten.add(token(other, words.get(start))));
                rewritten.addAll(words.subList(end, words.size()));
                rewritings.add(new Rewriting(rewritten, Math.min(1, fit + REWRITTEN)));
              }
            });
  }

  private static Token token(String lemma, Token at) {
    return new Token(
        TokenKind.WORD,
        lemma,
        lemma,
        lemma,
        Lemmatizer.english().stem(lemma),
        at.start(),
        at.end());
  }

  private List<Map<NameReader.Word, Double>> fits(List<Token> words) {
    return words.stream()
        .map(
            word ->
                known.computeIfAbsent(
                    word.lower(), lower -> matcher.fits(word, index.vocabulary())))
        .toList();
  }

  private static String joined(List<Token> words) {
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      Token word = words.get(at);
      joined.append(at == words.size() - 1 ? word.lemma() : word.lower());
    }
    return joined.toString();
  }
}
