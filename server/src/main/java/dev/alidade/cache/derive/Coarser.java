package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultRules.Likeness;
import dev.alidade.engine.RowBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts groups together to larger ones, or shows less of them.
 *
 * @param whole the statement that has the smaller groups
 * @param asked the one that has the larger ones
 * @param more the conditions that it has besides
 */
record Coarser(Grouped whole, Grouped asked, More more) implements Way {
  Coarser {
    Objects.requireNonNull(whole, "whole");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(more, "more");
  }

  /** How groups are put together; empty where the texts do not tell. */
  static Optional<Way> of(Grouped whole, Grouped asked) {
    boolean isShown = asked.items().stream().allMatch(item -> whole.place(item).isPresent());
    boolean isShownOnce = asked.items().stream().distinct().count() == asked.items().size();
    if (!whole.from().equals(asked.from())
        || !isShown
        || !isShownOnce
        || !whole.keys().containsAll(asked.keys())) {
      return Optional.empty();
    }
    Optional<Coarser> coarser =
        More.of(whole.conditions(), asked.conditions())
            .map(more -> new Coarser(whole, asked, more));
    return coarser.filter(each -> each.keepsGroups() || each.showsKeys()).map(each -> each);
  }

  @Override
  public Optional<Answer> take(Answer given, ResultRules rules) {
    List<ResultColumn> columns = given.columns();
    long names =
        columns.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).distinct().count();
    if (columns.size() != whole.items().size() || names != columns.size()) {
      return Optional.empty();
    }
    List<Object[]> all = rows(given);
    List<ResultColumn> shown = shown(columns);
    return picked(all, columns, rules)
        .flatMap(rows -> keepsGroups() ? Optional.of(rows) : merged(all, rows, columns, rules))
        .flatMap(rows -> ordered(shown(rows.stream()), shown, rules))
        .map(rows -> new Answer(shown, rows.isEmpty() ? List.of() : List.of(new RowBatch(rows))));
  }

  @Override
  public String told() {
    return keepsGroups()
        ? " of the kept result of a statement that shows the same groups"
        : " put together from the kept result of a statement with smaller groups";
  }

  private boolean keepsGroups() {
    return whole.keys().equals(asked.keys());
  }

  private boolean showsKeys() {
    return asked.keys().stream().allMatch(key -> whole.placeOfKey(key).isPresent());
  }

  private Optional<List<Object[]>> picked(
      List<Object[]> rows, List<ResultColumn> columns, ResultRules rules) {
    Optional<int[]> places =
        more.places(column -> whole.placeOfKey(column.toString()), columns, rules);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<Object[]> picked = new ArrayList<>();
    for (Object[] row : rows) {
      Optional<Boolean> holds = more.holds(places.get(), column -> row[column]);
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      if (holds.get()) {
        picked.add(row);
      }
    }
    return Optional.of(picked);
  }

  /** Groups that are the same without what is asked no more, put together. */
  private Optional<List<Object[]>> merged(
      List<Object[]> all, List<Object[]> rows, List<ResultColumn> columns, ResultRules rules) {
    Keys keys = new Keys(places(asked.keys()), places(whole.keys()), whole.keys().size(), columns);
    Map<Integer, Merge> merges = new LinkedHashMap<>();
    for (Item item : asked.items()) {
      item.merge().ifPresent(merge -> merges.put(whole.place(item).orElseThrow(), merge));
    }
    boolean isSure =
        merges.entrySet().stream()
            .allMatch(each -> each.getValue().isSureFor(columns.get(each.getKey()).type(), rules));
    return isSure && keys.areSure(all, rules)
        ? new Merging(keys.retained(), merges, columns, rules).of(rows)
        : Optional.empty();
  }

  private List<Integer> places(Set<String> keys) {
    return keys.stream().flatMap(key -> whole.placeOfKey(key).stream().boxed()).toList();
  }

  private <T> List<T> shown(List<T> ofWhole) {
    return asked.items().stream()
        .map(item -> ofWhole.get(whole.place(item).orElseThrow()))
        .toList();
  }

  private Optional<List<Object[]>> ordered(
      List<Object[]> rows, List<ResultColumn> columns, ResultRules rules) {
    if (rows.size() < 2 || isOrdered()) {
      return Optional.of(rows);
    }
    boolean isSure =
        asked.order().stream()
            .allMatch(
                by ->
                    rules.likeness(columns.get(by.column()).type()) == Likeness.EXACT
                        && Exactly.areComparable(rows, by.column()));
    return isSure
        ? Optional.of(
            rows.stream()
                .sorted(
                    asked.order().stream()
                        .map(by -> by.order(rules))
                        .reduce(Comparator::thenComparing)
                        .orElseThrow())
                .toList())
        : Optional.empty();
  }

  /** Whether the groups follow each other as they are asked for, by whatever collation. */
  private boolean isOrdered() {
    List<Sorting> order =
        asked.order().stream()
            .map(by -> by.at(whole.place(asked.items().get(by.column())).orElseThrow()))
            .toList();
    boolean isByWhatStays =
        keepsGroups()
            || asked.order().stream().allMatch(by -> asked.items().get(by.column()).isKey());
    return isByWhatStays
        && order.size() <= whole.order().size()
        && whole.order().subList(0, order.size()).equals(order);
  }

  private List<Object[]> shown(Stream<Object[]> rows) {
    int[] places =
        asked.items().stream().mapToInt(item -> whole.place(item).orElseThrow()).toArray();
    return rows.map(row -> IntStream.of(places).mapToObj(place -> row[place]).toArray()).toList();
  }

  private static List<Object[]> rows(Answer given) {
    List<Object[]> rows = new ArrayList<>();
    int width = given.columns().size();
    for (Batch batch : given.batches()) {
      for (int row = 0; row < batch.rows(); row++) {
        Object[] values = new Object[width];
        for (int column = 0; column < width; column++) {
          values[column] = batch.value(column, row);
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
