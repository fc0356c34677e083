package dev.alidade.ask.ground;

import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links words to what the semantic model calls by them: metrics, tables, columns and values. */
final class MeaningGrounder {
  private record Phrase(List<String> lemmas, Function<Span, Mention> meaning) {}

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final Lexicon lexicon;
  private final MetricBinder binder;

  MeaningGrounder(Domain domain, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.binder = new MetricBinder(domain);
    for (Metric metric : domain.model().metrics()) {
      binder.bind(metric).ifPresent(bound -> metric(metric, bound));
    }
    for (Dataset dataset : domain.model().datasets()) {
      binder.table(dataset.name()).ifPresent(table -> dataset(dataset, table));
    }
  }

  /** Every word of a phrase. */
  Set<String> words() {
    return byFirst.values().stream()
        .flatMap(List::stream)
        .flatMap(phrase -> phrase.lemmas.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the words from {@code start} on are called. */
  List<Mention> at(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    Token first = tokens.get(start);
    for (Phrase phrase : byFirst.getOrDefault(first.lemma(), List.of())) {
      end(tokens, start, phrase.lemmas)
          .ifPresent(end -> found.add(phrase.meaning.apply(new Span(start, end))));
    }
    return found;
  }

  private void metric(Metric metric, BoundMetric bound) {
    Function<Span, Mention> meaning = span -> new Mention.OfMetric(span, bound);
    add(metric.name(), meaning);
    metric.synonyms().forEach(synonym -> add(synonym, meaning));
  }

  private void dataset(Dataset dataset, Table table) {
    Function<Span, Mention> meaning = span -> new Mention.OfTable(span, table.name(), 1);
    add(dataset.name(), meaning);
    dataset.synonyms().forEach(synonym -> add(synonym, meaning));
    for (Field field : dataset.fields()) {
      if (field.formula() instanceof Formula.Column source) {
        MetricBinder.column(table, source.column())
            .ifPresent(column -> field(field, table, column));
      }
    }
  }

  private void field(Field field, Table table, Column column) {
    Function<Span, Mention> meaning =
        span -> new Mention.OfColumn(span, table.name(), column, 1, true, 1);
    field.synonyms().forEach(synonym -> add(synonym, meaning));
    field
        .values()
        .forEach(
            (value, names) ->
                names.forEach(
                    name ->
                        add(
                            name,
                            span ->
                                new Mention.OfValue(span, table.name(), column, value, 1, true))));
  }

  private void add(String phrase, Function<Span, Mention> meaning) {
    List<String> lemmas = new ArrayList<>();
    for (String part : NameReader.parts(phrase)) {
      if (!lexicon.isStopWord(part)) {
        lemmas.add(Lemmatizer.english().lemma(part));
      }
    }
    if (!lemmas.isEmpty()) {
      byFirst
          .computeIfAbsent(lemmas.getFirst(), first -> new ArrayList<>())
          .add(new Phrase(List.copyOf(lemmas), meaning));
    }
  }

  /** Where the phrase ends, empty words between its words aside. */
  private Optional<Integer> end(List<Token> tokens, int start, List<String> lemmas) {
    int at = start;
    for (int index = 0; index < lemmas.size(); index++) {
      while (index > 0 && at < tokens.size() && lexicon.isStopWord(tokens.get(at).lower())) {
        at++;
      }
      boolean same =
          at < tokens.size()
              && tokens.get(at).kind() != TokenKind.QUOTED
              && (tokens.get(at).lemma().equals(lemmas.get(index))
                  || tokens.get(at).lower().equals(lemmas.get(index)));
      if (!same) {
        return Optional.empty();
      }
      at++;
    }
    return Optional.of(at);
  }
}
