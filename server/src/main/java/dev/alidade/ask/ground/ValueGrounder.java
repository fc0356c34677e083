package dev.alidade.ask.ground;

import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.WordList;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.catalog.ValueMatch;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Links words to values that the source holds. */
final class ValueGrounder {
  private static final int LONGEST = 6;
  private static final int MOST_MATCHES = 8;
  private static final int MOST_FOUND = 60;
  private static final double WEAKEST = 0.5;
  private static final double ALIAS = 0.95;
  private static final Map<String, Set<String>> ALIASES = aliases();
  private static final Set<String> PLACES =
      Set.of(
          "country",
          "nation",
          "nationality",
          "state",
          "city",
          "town",
          "location",
          "place",
          "headquarter",
          "headquarters",
          "origin",
          "residence",
          "region",
          "citizenship",
          "name");

  private final SourceKnowledge knowledge;
  private final Lexicon lexicon;
  private final Map<String, Table> tables = new HashMap<>();
  private final Set<String> tableWords = new HashSet<>();

  ValueGrounder(SourceKnowledge knowledge, Lexicon lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    for (Table table : knowledge.tables()) {
      tables.put(table.name().toString(), table);
      tableWords.add(String.join(" ", NameWords.lemmas(table.name().table())));
    }
  }

  List<Mention> at(Question question, int start) {
    List<Token> tokens = question.tokens();
    List<Mention> found = new ArrayList<>();
    if (tokens.get(start).kind() == TokenKind.QUOTED) {
      Span quoted = new Span(start, start + 1);
      add(found, quoted, tokens.get(start).text(), tokens.get(start).text());
      fullName(found, quoted, List.of(tokens.get(start).text().strip().split(" +", -1)));
      return found;
    }
    if (!canBound(tokens.get(start), start)) {
      return found;
    }
    for (int end = start + 1; end <= Math.min(tokens.size(), start + LONGEST); end++) {
      Token last = tokens.get(end - 1);
      if (last.kind() == TokenKind.QUOTED) {
        break;
      }
      Span span = new Span(start, end);
      if (!canBound(last, end - 1) || (span.length() == 1 && isTooShort(last))) {
        continue;
      }
      add(found, span, question.written(span), question.written(span));
      aliases(found, span, question.written(span));
      if (span.length() == 2 && tokens.get(start).isCapitalized() && last.isCapitalized()) {
        fullName(found, span, List.of(tokens.get(start).text(), last.text()));
      }
      if (span.length() == 1 && !last.lemma().equals(last.lower())) {
        add(found, span, last.lemma(), question.written(span));
      }
      if (span.length() <= 3 && last.kind() == TokenKind.WORD) {
        parts(found, span, question.written(span), last);
      }
    }
    return found;
  }

  /** The same places under the other names that data may have for them. */
  private void aliases(List<Mention> found, Span span, String words) {
    for (String other : ALIASES.getOrDefault(words.toLowerCase(Locale.ROOT), Set.of())) {
      for (ValueMatch match : knowledge.values().find(other)) {
        Table table = tables.get(match.table().toString());
        boolean same = isSame(other, match.value());
        if (same && table != null && found.size() < MOST_FOUND) {
          table
              .column(match.column())
              .filter(column -> isPlace(column.name()))
              .ifPresent(
                  column ->
                      found.add(
                          new Mention.OfValue(
                              span, table.name(), column, match.value(), ALIAS, true)));
        }
      }
    }
  }

  /** Values like these words, which may be a form of what was written. */
  private void add(List<Mention> found, Span span, String words, String written) {
    int count = 0;
    for (ValueMatch match : knowledge.values().find(words)) {
      if (match.score() < WEAKEST || count++ >= MOST_MATCHES) {
        break;
      }
      Table table = tables.get(match.table().toString());
      if (table == null) {
        continue;
      }
      table
          .column(match.column())
          .ifPresent(
              column ->
                  found.add(
                      new Mention.OfValue(
                          span,
                          table.name(),
                          column,
                          match.value(),
                          match.score(),
                          isSame(written, match.value()))));
    }
  }

  /** What many values of one column hold means all of them, not one. */
  private void parts(List<Mention> found, Span span, String written, Token last) {
    String words = written.substring(0, written.length() - last.text().length()) + last.lemma();
    if (tableWords.contains(words.toLowerCase(Locale.ROOT))) {
      return;
    }
    String wanted = " " + words.toLowerCase(Locale.ROOT) + " ";
    Map<List<String>, Integer> holding = new LinkedHashMap<>();
    for (ValueMatch match : knowledge.values().find(words)) {
      String value =
          " " + match.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
      if (value.strip().equals(wanted.strip())) {
        return;
      }
      if (value.contains(wanted)) {
        holding.merge(List.of(match.table().toString(), match.column()), 1, Integer::sum);
      }
    }
    holding.forEach(
        (place, count) -> {
          Table table = tables.get(place.getFirst());
          if (count > 1 && table != null && found.size() < MOST_FOUND) {
            table
                .column(place.getLast())
                .ifPresent(
                    column -> found.add(new Mention.OfPart(span, table.name(), column, words)));
          }
        });
  }

  /** Two words that two columns of names hold, in the same table. */
  private void fullName(List<Mention> found, Span span, List<String> words) {
    if (words.size() != 2) {
      return;
    }
    List<Mention.OfValue> firsts = names(span, words.getFirst());
    List<Mention.OfValue> lasts = names(span, words.getLast());
    for (Mention.OfValue first : firsts) {
      for (Mention.OfValue last : lasts) {
        if (first.table().equals(last.table()) && !first.column().equals(last.column())) {
          found.add(new Mention.OfFullName(span, first, last));
          return;
        }
      }
    }
  }

  private List<Mention.OfValue> names(Span span, String word) {
    List<Mention> found = new ArrayList<>();
    add(found, span, word, word);
    return found.stream()
        .filter(Mention.OfValue.class::isInstance)
        .map(Mention.OfValue.class::cast)
        .filter(
            value ->
                value.exact() && value.column().name().toLowerCase(Locale.ROOT).contains("name"))
        .toList();
  }

  private static boolean isPlace(String column) {
    return NameWords.lemmas(column).stream().anyMatch(PLACES::contains);
  }

  private static Map<String, Set<String>> aliases() {
    Map<String, Set<String>> aliases = new HashMap<>();
    for (List<String> row : WordList.rows("/dev/alidade/ask/aliases.tsv")) {
      for (String name : row) {
        Set<String> others = aliases.computeIfAbsent(name, key -> new LinkedHashSet<>());
        row.stream().filter(other -> !other.equals(name)).forEach(others::add);
      }
    }
    return aliases;
  }

  private static boolean isSame(String words, String value) {
    return plain(words).equals(plain(value));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static boolean isTooShort(Token token) {
    return token.text().length() == 1 && !token.isCapitalized() && token.kind() == TokenKind.WORD;
  }

  private boolean canBound(Token token, int index) {
    return switch (token.kind()) {
      case WORD ->
          !lexicon.isStopWord(token.lower())
              || (index > 0 && token.isCapitalized())
              || (index > 0 && token.text().length() > 1 && isAllCapitals(token.text()));
      case NUMBER -> true;
      case QUOTED -> true;
      case PUNCTUATION -> false;
    };
  }

  private static boolean isAllCapitals(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }
}
