package dev.alidade.ask.verified;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Dates;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a question, and which of them may be values: dates, numbers, names, quotes. */
final class Wording {
  private static final Set<String> IDLE = Set.of("the", "a", "an", "please");

  private final Question question;
  private final List<List<Mention>> values;

  private Wording(Question question, List<List<Mention>> values) {
    this.question = question;
    this.values = values;
  }

  /** The wording of a text; relative dates count from {@code today}. */
  static Wording of(String text, SourceMap map, LocalDate today) {
    Question question = new Tokenizer().read(text);
    Lattice lattice = map.lattice(question);
    List<List<Mention>> values = new ArrayList<>();
    for (int at = 0; at < question.tokens().size(); at++) {
      List<Mention> here = new ArrayList<>();
      Dates.at(question.tokens(), at, today)
          .ifPresent(
              date -> here.add(new Mention.OfPeriod(date.span(), date.period(), date.relative())));
      lattice.startingAt(at).stream().filter(Wording::isValue).forEach(here::add);
      values.add(List.copyOf(here));
    }
    return new Wording(question, values);
  }

  private static boolean isValue(Mention mention) {
    return switch (mention) {
      case Mention.OfNumber number -> number.unit().isEmpty();
      case Mention.OfValue value -> value.exact();
      case Mention.OfText text -> text.quoted();
      case Mention.OfPeriod period -> false;
      case Mention.OfTable table -> false;
      case Mention.OfColumn column -> false;
      case Mention.OfPart part -> false;
      case Mention.OfMetric metric -> false;
      case Mention.OfNameColumns columns -> false;
      case Mention.OfFullName name -> false;
      case Mention.OfGrain grain -> false;
      case Mention.OfTimePart part -> false;
      case Mention.OfOperator operator -> false;
    };
  }

  int size() {
    return question.tokens().size();
  }

  Token token(int at) {
    return question.tokens().get(at);
  }

  /** Whether a question means the same without the word. */
  boolean isIdle(int at) {
    return token(at).kind() == TokenKind.PUNCTUATION || IDLE.contains(token(at).lower());
  }

  /** What may be a value from this word on. */
  List<Mention> valuesAt(int at) {
    return values.get(at);
  }

  String written(Span span) {
    return question.written(span);
  }

  /** Whether other words than these say the same value. */
  boolean saysElsewhere(Mention value) {
    return values.stream()
        .flatMap(List::stream)
        .anyMatch(other -> !other.span().overlaps(value.span()) && Slot.isSameValue(other, value));
  }
}
