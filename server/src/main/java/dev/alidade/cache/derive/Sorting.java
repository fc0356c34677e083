package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import dev.alidade.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One of the columns by which a statement with groups is ordered.
 *
 * @param column its place
 * @param descending whether the greatest comes first
 * @param nullsFirst where those without a value come, if that is said
 */
record Sorting(int column, boolean descending, Optional<Boolean> nullsFirst) {
  private static final int MOST_DIGITS = 3;

  Sorting {
    Objects.requireNonNull(nullsFirst, "nullsFirst");
  }

  /** Reads what stands behind ORDER BY; empty where it is not by columns that are shown. */
  static Optional<List<Sorting>> of(Words words, List<Item> items) {
    List<Sorting> all = new ArrayList<>();
    for (Words each : words.isEmpty() ? List.<Words>of() : words.byCommas()) {
      Optional<Sorting> one = one(each, items);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all);
  }

  /** The number of a column, from one on; empty where it is none. */
  static Optional<Integer> number(Words words, int columns) {
    boolean isShort =
        words.size() == 1
            && words.kind(0) == Kind.NUMBER
            && words.at(0).length() <= MOST_DIGITS
            && words.at(0).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isShort
        ? Optional.of(Integer.parseInt(words.at(0))).filter(each -> 1 <= each && each <= columns)
        : Optional.empty();
  }

  /** The same by another column. */
  Sorting at(int place) {
    return new Sorting(place, descending, nullsFirst);
  }

  /** How rows follow each other, whose values in this column can be compared exactly. */
  Comparator<Object[]> order(ResultRules rules) {
    Comparator<Object> values =
        (left, right) -> Exactly.compare(left, right).orElseThrow(IllegalStateException::new);
    Comparator<Object> directed = descending ? values.reversed() : values;
    boolean first = nullsFirst.orElseGet(() -> rules.nullsComeFirst(descending));
    return Comparator.comparing(
        row -> row[column],
        first ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed));
  }

  private static Optional<Sorting> one(Words words, List<Item> items) {
    int end = words.size();
    Optional<Boolean> nullsFirst = Optional.empty();
    if (words.is(end - 2, "NULLS") && (words.is(end - 1, "FIRST") || words.is(end - 1, "LAST"))) {
      nullsFirst = Optional.of(words.is(end - 1, "FIRST"));
      end -= 2;
    }
    boolean descending = words.is(end - 1, "DESC");
    Words by = words.part(0, descending || words.is(end - 1, "ASC") ? end - 1 : end);
    Optional<Boolean> nulls = nullsFirst;
    return column(by, items).map(column -> new Sorting(column, descending, nulls));
  }

  private static Optional<Integer> column(Words by, List<Item> items) {
    Optional<Integer> number = number(by, items.size());
    if (number.isPresent()) {
      return number.map(each -> each - 1);
    }
    return IntStream.range(0, items.size())
        .filter(index -> isBy(by, items.get(index)))
        .boxed()
        .findFirst();
  }

  private static boolean isBy(Words by, Item item) {
    boolean isName = by.size() == 1 && by.isName(0);
    return by.toString().equals(item.expression())
        || (isName && item.alias().filter(by.name(0)::equalsIgnoreCase).isPresent());
  }
}
