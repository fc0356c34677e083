package dev.alidade.cache.derive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A SELECT whose rows are groups of those of its FROM that its conditions let through; without keys
 * all are one group.
 *
 * @param from what stands behind FROM
 * @param conditions what stands behind WHERE, taken apart at AND
 * @param keys what stands behind GROUP BY
 * @param items the columns, each of which is a key or made of aggregates
 * @param order by which columns it is ordered
 */
record Grouped(
    String from, List<Words> conditions, Set<String> keys, List<Item> items, List<Sorting> order) {
  Grouped {
    Objects.requireNonNull(from, "from");
    conditions = List.copyOf(conditions);
    keys = Set.copyOf(keys);
    items = List.copyOf(items);
    order = List.copyOf(order);
  }

  /** What statements have in common of which one may have the groups of the other. */
  String family() {
    return "GROUPS FROM " + from;
  }

  /** The statement that has these parts; empty where it has no groups, or they are unsure. */
  static Optional<Grouped> of(Clauses clauses) {
    List<Words> columns = clauses.list().byCommas();
    Optional<Set<String>> keys = keys(clauses.groups(), columns);
    if (keys.isEmpty() || isAmbiguous(clauses, columns)) {
      return Optional.empty();
    }
    List<Item> items =
        columns.stream().flatMap(each -> Item.of(each, keys.get()).stream()).toList();
    if (items.size() != columns.size()) {
      return Optional.empty();
    }
    return Sorting.of(clauses.order(), items)
        .map(
            order ->
                new Grouped(
                    clauses.from().toString(), clauses.conditions(), keys.get(), items, order));
  }

  /** Which column is this; empty where none is. */
  OptionalInt place(Item item) {
    return IntStream.range(0, items.size())
        .filter(index -> items.get(index).written().equals(item.written()))
        .findFirst();
  }

  /** Which column shows a key; empty where none does. */
  OptionalInt placeOfKey(String key) {
    return IntStream.range(0, items.size())
        .filter(index -> items.get(index).isKey() && items.get(index).expression().equals(key))
        .findFirst();
  }

  /** Each is an expression of its own, or the number of a column. */
  private static Optional<Set<String>> keys(Optional<Words> groups, List<Words> columns) {
    Set<String> keys = new LinkedHashSet<>();
    for (Words each : groups.map(Words::byCommas).orElse(List.of())) {
      Words key =
          Sorting.number(each, columns.size())
              .map(number -> Item.expression(columns.get(number - 1)))
              .orElse(each);
      // What is made of numbers alone may be the number of a column on some engines.
      boolean isNamed = IntStream.range(0, key.size()).anyMatch(key::isName);
      if (!isNamed || !Calls.isOfOneRow(key)) {
        return Optional.empty();
      }
      keys.add(key.toString());
    }
    return Optional.of(keys);
  }

  /** Whether the name of a column is written where another column of that name may be meant. */
  private static boolean isAmbiguous(Clauses clauses, List<Words> columns) {
    List<Words> expressions = new ArrayList<>(clauses.conditions());
    expressions.addAll(columns.stream().map(Item::expression).toList());
    clauses.groups().ifPresent(expressions::add);
    return columns.stream()
        .filter(each -> Item.expression(each).size() < each.size())
        .map(each -> each.name(each.size() - 1).toLowerCase(Locale.ROOT))
        .anyMatch(alias -> expressions.stream().anyMatch(each -> uses(each, alias)));
  }

  private static boolean uses(Words words, String alias) {
    return IntStream.range(0, words.size())
        .anyMatch(
            index ->
                words.isName(index) && words.name(index).toLowerCase(Locale.ROOT).equals(alias));
  }
}
