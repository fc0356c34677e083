package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Links words to tables and columns by their names. */
final class NameGrounder {
  private static final int LONGEST = 6;
  private static final double WEAKEST = 0.35;
  private static final double WHOLE = 0.99;
  private static final double NEARLY_WHOLE = 0.8;
  private static final int MOST_COLUMNS = 14;
  private static final Adjectives ADJECTIVES = new Adjectives();

  private final SchemaNames schema;
  private final Lexicon lexicon;
  private final NameMatcher matcher;

  NameGrounder(SchemaNames schema, Lexicon lexicon) {
    this.schema = schema;
    this.lexicon = lexicon;
    this.matcher = new NameMatcher(lexicon);
  }

  /** Tables and columns whose names the words from {@code start} on may be. */
  List<Mention> at(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    if (!canBound(tokens.get(start))) {
      return found;
    }
    int last = Math.min(tokens.size(), start + LONGEST);
    for (int end = start + 1; end <= last; end++) {
      Token token = tokens.get(end - 1);
      if (token.kind() == TokenKind.QUOTED
          || (token.kind() == TokenKind.PUNCTUATION && !token.is("-") && !token.is("_"))) {
        break;
      }
      if (!canBound(token)) {
        continue;
      }
      Span span = new Span(start, end);
      List<Token> words = contentOf(tokens.subList(start, end));
      found.addAll(tables(span, words));
      found.addAll(columns(span, words));
    }
    return found;
  }

  /** Columns that an adjective measures, as comparison or superlative. */
  List<Mention> measuredAt(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    for (Adjectives.Use use : ADJECTIVES.at(tokens, start)) {
      for (SchemaNames.NamedColumn named : schema.columns()) {
        for (Map.Entry<String, Boolean> measure : use.measures().entrySet()) {
          if (named.words().stream().anyMatch(word -> word.lemma().equals(measure.getKey()))) {
            found.add(measured(use, named, measure.getValue()));
            break;
          }
        }
      }
    }
    return found;
  }

  /** The first and the last name of each table, where the words ask for full names. */
  List<Mention> fullNamesAt(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    boolean asked =
        tokens.get(start).is("full")
            && start + 1 < tokens.size()
            && tokens.get(start + 1).lemma().equals("name");
    if (!asked) {
      return found;
    }
    Span span = new Span(start, start + 2);
    for (SchemaNames.NamedColumn first : schema.columns()) {
      for (SchemaNames.NamedColumn last : schema.columns()) {
        if (first.table().equals(last.table()) && says(first, "first") && says(last, "last")) {
          found.add(new Mention.OfNameColumns(span, whole(span, first), whole(span, last)));
        }
      }
    }
    return found;
  }

  private static boolean says(SchemaNames.NamedColumn named, String part) {
    List<String> lemmas = named.words().stream().map(NameReader.Word::lemma).toList();
    return lemmas.contains(part) && lemmas.contains("name");
  }

  private static Mention.OfColumn whole(Span span, SchemaNames.NamedColumn named) {
    return new Mention.OfColumn(span, named.table().name(), named.column(), 1, true, 1);
  }

  private Mention measured(Adjectives.Use use, SchemaNames.NamedColumn named, boolean growing) {
    double score = named.words().size() == 1 ? 0.9 : 0.7;
    Mention.OfColumn column =
        new Mention.OfColumn(use.span(), named.table().name(), named.column(), score, false, 1);
    OperatorKind kind =
        use.form() == Adjectives.Form.COMPARATIVE ? OperatorKind.COMPARE : OperatorKind.SUPERLATIVE;
    String argument =
        kind == OperatorKind.COMPARE ? (growing ? ">" : "<") : (growing ? "most" : "least");
    if (use.form() == Adjectives.Form.BASE) {
      return new Mention.OfColumn(
          use.span(), named.table().name(), named.column(), score * 0.6, false, 1);
    }
    return new Mention.OfOperator(use.span(), kind, argument, Optional.of(column), score);
  }

  private List<Mention> tables(Span span, List<Token> words) {
    List<Mention.OfTable> found = new ArrayList<>();
    String joined = joined(words);
    for (SchemaNames.NamedTable named : schema.tables()) {
      double score = score(words, joined, named.words(), List.of(), named.joined());
      if (score >= WEAKEST) {
        found.add(new Mention.OfTable(span, named.table().name(), score));
      }
    }
    // "orders" names the table of orders, not also that of order items.
    boolean whole = found.stream().anyMatch(table -> table.score() >= WHOLE);
    return found.stream()
        .filter(table -> !whole || table.score() >= NEARLY_WHOLE)
        .map(Mention.class::cast)
        .toList();
  }

  private List<Mention> columns(Span span, List<Token> words) {
    record Scored(SchemaNames.NamedColumn named, double score) {}
    List<Scored> scored = new ArrayList<>();
    String joined = joined(words);
    for (SchemaNames.NamedColumn named : schema.columns()) {
      double score = score(words, joined, named.words(), named.owner(), named.joined());
      if (score >= WEAKEST) {
        scored.add(new Scored(named, score));
      }
    }
    double best = scored.stream().mapToDouble(Scored::score).max().orElse(0);
    return scored.stream()
        .filter(one -> one.score >= best - 0.45)
        .sorted((left, right) -> Double.compare(right.score, left.score))
        .limit(MOST_COLUMNS)
        .<Mention>map(
            one ->
                new Mention.OfColumn(
                    span,
                    one.named.table().name(),
                    one.named.column(),
                    one.score,
                    one.score > 0.95,
                    (int) scored.stream().filter(other -> other.score >= one.score).count()))
        .toList();
  }

  private double score(
      List<Token> words,
      String joined,
      List<NameReader.Word> name,
      List<NameReader.Word> owner,
      String joinedName) {
    if (joined.equals(joinedName)) {
      return 1;
    }
    OptionalDouble fit = matcher.fit(words, name, owner);
    return fit.orElse(0);
  }

  private List<Token> contentOf(List<Token> tokens) {
    return tokens.stream()
        .filter(
            token -> token.kind() != TokenKind.PUNCTUATION && !lexicon.isStopWord(token.lower()))
        .toList();
  }

  private boolean canBound(Token token) {
    return (token.kind() == TokenKind.WORD && !lexicon.isStopWord(token.lower()))
        || (token.kind() == TokenKind.NUMBER && token.text().length() <= 2);
  }

  private static String joined(List<Token> words) {
    StringBuilder joined = new StringBuilder();
    for (int index = 0; index < words.size(); index++) {
      Token word = words.get(index);
      joined.append(index == words.size() - 1 ? word.lemma() : word.lower());
    }
    return joined.toString();
  }
}
