package dev.alidade.ask.ground;

import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Dates;
import dev.alidade.ask.text.Numbers;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that the words of a question may stand for in a source. */
public final class Grounder {
  private static final Map<String, TimeGrain> GRAINS =
      Map.of(
          "day", TimeGrain.DAY,
          "daily", TimeGrain.DAY,
          "week", TimeGrain.WEEK,
          "weekly", TimeGrain.WEEK,
          "month", TimeGrain.MONTH,
          "monthly", TimeGrain.MONTH,
          "quarter", TimeGrain.QUARTER,
          "quarterly", TimeGrain.QUARTER,
          "year", TimeGrain.YEAR,
          "yearly", TimeGrain.YEAR);
  private static final Operators OPERATORS = new Operators();

  private final Lexicon lexicon;
  private final NameGrounder names;
  private final ValueGrounder values;
  private final CodeGrounder codes;
  private final MeaningGrounder meanings;
  private final Speller speller;

  /** A grounder for one source. */
  public Grounder(Domain domain, Lexicon lexicon) {
    SourceKnowledge knowledge = domain.knowledge();
    this.lexicon = lexicon;
    this.meanings = new MeaningGrounder(domain, lexicon);
    SchemaNames schema = new SchemaNames(knowledge, lexicon);
    this.names = new NameGrounder(schema, lexicon);
    this.values = new ValueGrounder(knowledge, lexicon);
    this.codes = new CodeGrounder(knowledge);
    Set<String> words = new HashSet<>(schema.forms());
    words.addAll(OPERATORS.words());
    words.addAll(meanings.words());
    this.speller = new Speller(words, lexicon, knowledge.values());
  }

  /** The lattice of a question. */
  public Lattice ground(Question written, LocalDate today) {
    Question question = speller.mended(written);
    List<Token> tokens = question.tokens();
    List<Mention> mentions = new ArrayList<>();
    NameReading reading = names.read();
    for (int start = 0; start < tokens.size(); start++) {
      mentions.addAll(OPERATORS.at(tokens, start));
      mentions.addAll(meanings.at(tokens, start));
      for (Mention named : names.at(reading, tokens, start)) {
        mentions.add(named);
        if (named instanceof Mention.OfColumn column) {
          codes.flag(column).ifPresent(mentions::add);
        }
      }
      mentions.addAll(names.fullNamesAt(tokens, start));
      mentions.addAll(codes.at(tokens, start));
      mentions.addAll(names.measuredAt(tokens, start));
      mentions.addAll(values.at(question, start));
      mentions.addAll(literals(tokens, start, today));
    }
    return new Lattice(question, mentions, contentWords(tokens));
  }

  private static List<Mention> literals(List<Token> tokens, int start, LocalDate today) {
    List<Mention> found = new ArrayList<>();
    Token token = tokens.get(start);
    boolean quoted = token.kind() == TokenKind.QUOTED;
    if (quoted || token.kind() != TokenKind.PUNCTUATION) {
      found.add(new Mention.OfText(new Span(start, start + 1), token.text(), quoted));
    }
    TimeGrain grain = GRAINS.get(token.lemma());
    if (grain != null) {
      found.add(new Mention.OfGrain(new Span(start, start + 1), grain));
    }
    Numbers.at(tokens, start)
        .ifPresent(
            number ->
                found.add(new Mention.OfNumber(number.span(), number.value(), number.inDigits())));
    Dates.at(tokens, start, today)
        .ifPresent(
            date -> found.add(new Mention.OfPeriod(date.span(), date.period(), date.relative())));
    return found;
  }

  private Set<Integer> contentWords(List<Token> tokens) {
    Set<Integer> content = new TreeSet<>();
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean empty =
          token.kind() == TokenKind.PUNCTUATION
              || (token.kind() == TokenKind.WORD && lexicon.isStopWord(token.lower()));
      if (!empty) {
        content.add(index);
      }
    }
    return content;
  }
}
