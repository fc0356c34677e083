package dev.alidade.ask.plan;

import java.util.Objects;

/** One key by which rows are sorted. */
public record Ordering(Expression expression, boolean descending, Words words) {
  public Ordering {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(words, "words");
  }
}
