package dev.alidade.ask.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A question as tokens. */
public record Question(String text, List<Token> tokens) {
  public Question {
    Objects.requireNonNull(text, "text");
    tokens = List.copyOf(tokens);
  }

  /** The characters that a span was written with. */
  public String written(Span span) {
    return text.substring(tokens.get(span.start()).start(), tokens.get(span.end() - 1).end());
  }

  /** The words of a span as the tokens have them, one space apart, quotes removed. */
  public String words(Span span) {
    return tokens.subList(span.start(), span.end()).stream()
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }
}
