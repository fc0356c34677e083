package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links words to tables and columns by their names. */
final class NameGrounder {
  private static final int LONGEST = 6;
  private static final double WEAKEST = 0.35;
  private static final double WHOLE = 0.99;
  private static final double NEARLY_WHOLE = 0.8;
  private static final int MOST_TABLES = 14;
  private static final int MOST_COLUMNS = 14;
  private static final int MOST_MEASURED = 60;
  private static final double LATER_MEASURE = 0.05;
  private static final Adjectives ADJECTIVES = new Adjectives();

  private final NameIndex index;
  private final Lexicon lexicon;
  private final NameMatcher matcher;

  NameGrounder(SchemaNames schema, Lexicon lexicon) {
    this.index = new NameIndex(schema);
    this.lexicon = lexicon;
    this.matcher = new NameMatcher(lexicon);
  }

  /** What the words of one question fit; kept while the question is read. */
  NameReading read() {
    return new NameReading(index, matcher, lexicon);
  }

  /** Tables and columns whose names the words from {@code start} on may be. */
  List<Mention> at(NameReading reading, List<Token> tokens, int start) {
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
      found.addAll(tables(reading, span, words));
      found.addAll(columns(reading, span, words));
    }
    return found;
  }

  /** Columns that an adjective measures, as comparison or superlative. */
  List<Mention> measuredAt(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    for (Adjectives.Use use : ADJECTIVES.at(tokens, start)) {
      Set<SchemaNames.NamedColumn> known = Collections.newSetFromMap(new IdentityHashMap<>());
      int rank = 0;
      for (Map.Entry<String, Boolean> measure : use.measures().entrySet()) {
        for (SchemaNames.NamedColumn named : index.columnsWith(measure.getKey())) {
          if (known.size() < MOST_MEASURED && known.add(named)) {
            found.add(measured(use, named, measure.getValue(), rank));
          }
        }
        rank++;
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
    List<SchemaNames.NamedColumn> lasts = named("last");
    for (SchemaNames.NamedColumn first : named("first")) {
      for (SchemaNames.NamedColumn last : lasts) {
        if (first.table().name().equals(last.table().name()) && found.size() < MOST_COLUMNS) {
          found.add(new Mention.OfNameColumns(span, whole(span, first), whole(span, last)));
        }
      }
    }
    return found;
  }

  /** Columns of names, of which this part. */
  private List<SchemaNames.NamedColumn> named(String part) {
    return index.columnsWith(part).stream()
        .filter(named -> named.words().stream().anyMatch(word -> word.lemma().equals("name")))
        .toList();
  }

  private static Mention.OfColumn whole(Span span, SchemaNames.NamedColumn named) {
    return new Mention.OfColumn(span, named.table().name(), named.column(), 1, true, 1);
  }

  /** What is listed first is what an adjective measures most often. */
  private static Mention measured(
      Adjectives.Use use, SchemaNames.NamedColumn named, boolean growing, int rank) {
    double score = (named.words().size() == 1 ? 0.9 : 0.7) - LATER_MEASURE * rank;
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

  private static List<Mention> tables(NameReading reading, Span span, List<Token> words) {
    List<NameReading.Scored<SchemaNames.NamedTable>> scored = reading.tables(words);
    // "orders" names the table of orders, not also that of order items.
    boolean whole = scored.stream().anyMatch(one -> one.score() >= WHOLE);
    return scored.stream()
        .filter(one -> one.score() >= (whole ? NEARLY_WHOLE : WEAKEST))
        .sorted(Comparator.comparingDouble(one -> -one.score()))
        .limit(MOST_TABLES)
        .<Mention>map(one -> new Mention.OfTable(span, one.named().table().name(), one.score()))
        .toList();
  }

  private static List<Mention> columns(NameReading reading, Span span, List<Token> words) {
    List<NameReading.Scored<SchemaNames.NamedColumn>> scored =
        reading.columns(words).stream().filter(one -> one.score() >= WEAKEST).toList();
    double best = scored.stream().mapToDouble(NameReading.Scored::score).max().orElse(0);
    return scored.stream()
        .filter(one -> one.score() >= best - 0.45)
        .sorted(Comparator.comparingDouble(one -> -one.score()))
        .limit(MOST_COLUMNS)
        .<Mention>map(
            one ->
                new Mention.OfColumn(
                    span,
                    one.named().table().name(),
                    one.named().column(),
                    one.score(),
                    one.score() > 0.95,
                    (int) scored.stream().filter(other -> other.score() >= one.score()).count()))
        .toList();
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
}
