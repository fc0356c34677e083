package dev.alidade.ask.ground;

import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Dates;
import dev.alidade.ask.text.FiscalDates;
import dev.alidade.ask.text.Numbers;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.Units;
import dev.alidade.catalog.SourceKnowledge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that the words of a question may stand for in a source. */
public final class Grounder {
  private static final TimeWords TIMES = new TimeWords();
  private static final Operators OPERATORS = new Operators();

  private final Lexicon lexicon;
  private final NameGrounder names;
  private final ValueGrounder values;
  private final CodeGrounder codes;
  private final MeaningGrounder meanings;
  private final Speller speller;
  private final int firstMonth;

  /** A grounder for one source. */
  public Grounder(Domain domain, Lexicon lexicon) {
    SourceKnowledge knowledge = domain.knowledge();
    this.lexicon = lexicon;
    this.firstMonth = domain.model().firstMonth();
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

  private List<Mention> literals(List<Token> tokens, int start, LocalDate today) {
    List<Mention> found = new ArrayList<>();
    Token token = tokens.get(start);
    boolean quoted = token.kind() == TokenKind.QUOTED;
    if (quoted || token.kind() != TokenKind.PUNCTUATION) {
      found.add(new Mention.OfText(new Span(start, start + 1), token.text(), quoted));
    }
    found.addAll(TIMES.at(tokens, start));
    Numbers.at(tokens, start).ifPresent(number -> found.addAll(numbers(number, tokens)));
    Dates.at(tokens, start, today).map(Grounder::period).ifPresent(found::add);
    FiscalDates.at(tokens, start, today, firstMonth).map(Grounder::period).ifPresent(found::add);
    return found;
  }

  private static Mention period(Dates.Found date) {
    return new Mention.OfPeriod(date.span(), date.period(), date.relative());
  }

  /** The number alone, and with the unit behind it. */
  private static List<Mention> numbers(Numbers.Found number, List<Token> tokens) {
    Span span = number.span();
    List<Mention> found = new ArrayList<>();
    found.add(new Mention.OfNumber(span, number.value(), number.inDigits(), Optional.empty()));
    Units.at(tokens, span.end())
        .ifPresent(
            unit ->
                found.add(
                    new Mention.OfNumber(
                        new Span(span.start(), unit.span().end()),
                        number.value(),
                        number.inDigits(),
                        Optional.of(unit.unit()))));
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
