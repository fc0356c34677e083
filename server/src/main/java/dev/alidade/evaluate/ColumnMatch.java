package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the columns of one result in another, in any order: a column stands for another where both
 * hold the same values equally often, and all of them together must give the same rows.
 */
final class ColumnMatch {
  private static final int MOST_TRIES = 5_000;

  private final List<List<Object>> wanted;
  private final List<List<Object>> found;
  private final boolean ordered;
  private final List<List<Integer>> choices = new ArrayList<>();
  private int tries;

  private ColumnMatch(List<List<Object>> wanted, List<List<Object>> found, boolean ordered) {
    this.wanted = wanted;
    this.found = found;
    this.ordered = ordered;
  }

  /**
   * Whether the rows that are wanted are those found with columns in another order, or without some
   * of them. Both hold cells that can be compared.
   */
  static boolean holds(List<List<Object>> wanted, List<List<Object>> found, boolean ordered) {
    if (wanted.isEmpty() || wanted.size() != found.size()) {
      return false;
    }
    ColumnMatch match = new ColumnMatch(wanted, found, ordered);
    return match.choose() && match.search(new ArrayList<>());
  }

  /** Which columns may stand for which; false where one of them has none. */
  private boolean choose() {
    List<Map<Object, Integer>> values = new ArrayList<>();
    for (int column = 0; column < found.getFirst().size(); column++) {
      values.add(valuesOf(found, column));
    }
    for (int column = 0; column < wanted.getFirst().size(); column++) {
      Map<Object, Integer> needed = valuesOf(wanted, column);
      List<Integer> fitting = new ArrayList<>();
      for (int other = 0; other < values.size(); other++) {
        if (values.get(other).equals(needed)) {
          fitting.add(other);
        }
      }
      if (fitting.isEmpty()) {
        return false;
      }
      choices.add(fitting);
    }
    return true;
  }

  private boolean search(List<Integer> chosen) {
    if (chosen.size() == choices.size()) {
      return tries++ < MOST_TRIES && RowComparison.sameCells(wanted, shown(chosen), ordered);
    }
    for (int column : choices.get(chosen.size())) {
      if (!chosen.contains(column)) {
        chosen.add(column);
        if (search(chosen)) {
          return true;
        }
        chosen.removeLast();
      }
    }
    return false;
  }

  private List<List<Object>> shown(List<Integer> columns) {
    List<List<Object>> rows = new ArrayList<>(found.size());
    for (List<Object> row : found) {
      List<Object> cells = new ArrayList<>(columns.size());
      columns.forEach(column -> cells.add(row.get(column)));
      rows.add(cells);
    }
    return rows;
  }

  private static Map<Object, Integer> valuesOf(List<List<Object>> rows, int column) {
    Map<Object, Integer> values = new HashMap<>();
    rows.forEach(row -> values.merge(row.get(column), 1, Integer::sum));
    return values;
  }
}
