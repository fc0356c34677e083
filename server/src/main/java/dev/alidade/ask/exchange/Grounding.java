package dev.alidade.ask.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.ground.BoundMetric;
import dev.alidade.ask.ground.Grounder;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Lexicon;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.Metrics;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.base.Caches;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.ForeignKey;
import dev.alidade.semantic.Metric;
import dev.alidade.sql.TableName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links a question to a source for planners elsewhere. */
public final class Grounding {
  private static final int MOST_EXAMPLES = 3;
  private static final int MOST_VALUES = 20;

  private final Clock clock;
  // Knowledge that nobody holds any more takes its grounder with it.
  private final Cache<SourceKnowledge, Prepared> prepared =
      Caches.builder().weakKeys().maximumSize(100).build();

  /** Dates of questions count from the clock. */
  public Grounding(Clock clock) {
    this.clock = clock;
  }

  private record Prepared(Domain domain, Grounder grounder) {}

  /** What the question may be about, with values or with names alone. */
  public Ground of(Question question, Domain domain, boolean withValues) {
    Lattice lattice = grounder(domain).ground(question, LocalDate.now(clock));
    List<Mention> mentions =
        lattice.all().stream().filter(mention -> withValues || !isOfValues(mention)).toList();
    Linked linked = Linked.of(mentions, domain.knowledge());
    TableWriter writer = new TableWriter(domain.knowledge(), question, mentions, withValues);
    return new Ground(
        linked.tables().stream().map(writer::write).toList(),
        joins(domain.knowledge(), linked.names()),
        values(question, mentions, linked.names()),
        Metrics.of(domain).stream().map(metric -> metric(metric, domain)).toList(),
        withValues ? examples(question, domain) : List.of(),
        unexplained(question, lattice, mentions),
        domain.knowledge().tables().size() - linked.tables().size());
  }

  /** Whether it tells that a value is stored. */
  private static boolean isOfValues(Mention mention) {
    return mention instanceof Mention.OfValue || mention instanceof Mention.OfFullName;
  }

  private Grounder grounder(Domain domain) {
    Prepared known = prepared.getIfPresent(domain.knowledge());
    if (known != null && known.domain.model().equals(domain.model())) {
      return known.grounder;
    }
    Prepared fresh = new Prepared(domain, new Grounder(domain, Lexicon.english()));
    prepared.put(domain.knowledge(), fresh);
    return fresh.grounder;
  }

  private static List<String> joins(SourceKnowledge knowledge, Set<TableName> tables) {
    return knowledge.foreignKeys().stream()
        .filter(key -> tables.contains(key.from()) && tables.contains(key.to()))
        .map(Grounding::join)
        .toList();
  }

  private static String join(ForeignKey key) {
    List<String> pairs = new ArrayList<>();
    for (int index = 0; index < key.columns().size(); index++) {
      pairs.add(
          "%s.%s = %s.%s"
              .formatted(
                  key.from(), key.columns().get(index), key.to(), key.toColumns().get(index)));
    }
    return String.join(" and ", pairs);
  }

  private static List<Ground.Value> values(
      Question question, List<Mention> mentions, Set<TableName> tables) {
    Set<Ground.Value> values = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      if (mention instanceof Mention.OfValue value && tables.contains(value.table())) {
        values.add(
            new Ground.Value(
                question.written(value.span()),
                value.table().toString(),
                value.column().name(),
                value.value()));
      }
    }
    return values.stream().limit(MOST_VALUES).toList();
  }

  private static Ground.Metric metric(BoundMetric metric, Domain domain) {
    Optional<String> description =
        domain.model().metric(metric.name()).flatMap(Metric::description);
    return new Ground.Metric(
        metric.name(),
        description.map(TableWriter::brief),
        metric.tables().stream().map(TableName::toString).toList());
  }

  /** Those that share most words with the question. */
  private static List<Ground.Example> examples(Question question, Domain domain) {
    Set<String> words = new LinkedHashSet<>();
    question.tokens().forEach(token -> words.add(token.lemma()));
    return domain.model().verifiedQuestions().stream()
        .filter(example -> common(example.question(), words) > 0)
        .sorted(
            (left, right) ->
                Long.compare(common(right.question(), words), common(left.question(), words)))
        .limit(MOST_EXAMPLES)
        .map(example -> new Ground.Example(example.question(), example.sql()))
        .toList();
  }

  private static long common(String question, Set<String> words) {
    return new Tokenizer()
        .read(question).tokens().stream().map(Token::lemma).filter(words::contains).count();
  }

  private static List<String> unexplained(
      Question question, Lattice lattice, List<Mention> mentions) {
    Lexicon lexicon = Lexicon.english();
    List<String> unexplained = new ArrayList<>();
    for (int at = 0; at < lattice.size(); at++) {
      int position = at;
      Token token = question.tokens().get(at);
      boolean covered =
          mentions.stream()
              .filter(mention -> !(mention instanceof Mention.OfText))
              .map(Mention::span)
              .anyMatch(span -> span.start() <= position && position < span.end());
      if (lattice.isContent(at) && !covered && !lexicon.isLightWord(token.lemma())) {
        unexplained.add(token.text());
      }
    }
    return unexplained;
  }
}
