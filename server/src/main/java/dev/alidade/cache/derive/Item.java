package dev.alidade.cache.derive;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A column that a statement with groups shows.
 *
 * @param written all of it, as it stands
 * @param expression without its name
 * @param alias the name that it is given
 * @param merge how its values over several groups are put together; empty for what is grouped by
 */
record Item(String written, String expression, Optional<String> alias, Optional<Merge> merge) {
  Item {
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(merge, "merge");
  }

  /** Reads a column; empty where it is neither grouped by nor made of aggregates. */
  static Optional<Item> of(Words words, Set<String> keys) {
    Words expression = expression(words);
    Optional<String> alias =
        expression.size() < words.size()
            ? Optional.of(words.name(words.size() - 1))
            : Optional.empty();
    String text = expression.toString();
    if (keys.contains(text)) {
      return Optional.of(new Item(words.written(), text, alias, Optional.empty()));
    }
    return Merge.of(expression)
        .map(merge -> new Item(words.written(), text, alias, Optional.of(merge)));
  }

  /** A column without the name that AS gives it. */
  static Words expression(Words words) {
    int end = words.size() - 2;
    return end > 0 && words.is(end, "AS") && words.isName(end + 1) ? words.part(0, end) : words;
  }

  boolean isKey() {
    return merge.isEmpty();
  }
}
