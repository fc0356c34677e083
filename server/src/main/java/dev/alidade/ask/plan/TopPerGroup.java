package dev.alidade.ask.plan;

import java.util.List;
import java.util.Objects;

/** Keeps the rows that come first within each group, ties included. */
public record TopPerGroup(List<Expression> groups, Ordering by, long count, Words words) {
  public TopPerGroup {
    groups = List.copyOf(groups);
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(words, "words");
    if (groups.isEmpty() || count < 1) {
      throw new IllegalArgumentException("the top of each group needs groups and a count");
    }
  }
}
