package dev.alidade.ask.plan;

import dev.alidade.ask.text.Span;
import java.util.List;
import java.util.stream.Stream;

/** The words of the question that a part of a plan explains. */
public record Words(List<Span> spans) {
  /** No words: the part follows from others. */
  public static final Words NONE = new Words(List.of());

  public Words {
    spans = spans.stream().distinct().sorted().toList();
  }

  /** The words of one span. */
  public static Words of(Span span) {
    return new Words(List.of(span));
  }

  /** These words and those. */
  public Words and(Words others) {
    return new Words(Stream.concat(spans.stream(), others.spans.stream()).toList());
  }
}
