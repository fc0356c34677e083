package dev.alidade.cache.derive;

import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultRules.Likeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What groups are told apart by.
 *
 * @param retained the columns by which larger groups are told apart
 * @param shown those by which the smaller ones are, as far as they are shown
 * @param count by how many they are
 * @param columns all columns of the smaller ones
 */
record Keys(List<Integer> retained, List<Integer> shown, int count, List<ResultColumn> columns) {
  // Each is looked at beside each other.
  private static final int MOST_TEXTS = 500;
  private static final char UNREADABLE = '\uFFFD';

  Keys {
    retained = List.copyOf(retained);
    shown = List.copyOf(shown);
    columns = List.copyOf(columns);
  }

  /** Whether the engine takes keys for the same just where they are the same here. */
  boolean areSure(List<Object[]> rows, ResultRules rules) {
    return retained.stream()
        .allMatch(
            column ->
                switch (likeness(column, rules)) {
                  case EXACT -> Exactly.areComparable(rows, column);
                  case SHOWN -> isTold(rows, column, rules);
                  case UNSURE -> false;
                });
  }

  private Likeness likeness(int column, ResultRules rules) {
    return rules.likeness(columns.get(column).type());
  }

  /**
   * Whether the groups themselves tell that texts differ: the engine would have made one group of
   * two that stand beside the same other keys.
   */
  private boolean isTold(List<Object[]> rows, int column, ResultRules rules) {
    List<Integer> others = shown.stream().filter(each -> each != column).toList();
    boolean isReadable =
        shown.size() == count
            && others.stream()
                .allMatch(
                    other ->
                        switch (likeness(other, rules)) {
                          case EXACT -> Exactly.areComparable(rows, other);
                          case SHOWN -> areReadable(rows, other);
                          case UNSURE -> false;
                        });
    return isReadable && areReadable(rows, column) && areBesideEachOther(rows, column, others);
  }

  private static boolean areReadable(List<Object[]> rows, int column) {
    return rows.stream()
        .map(row -> Optional.ofNullable(row[column]))
        .allMatch(
            value ->
                value.isEmpty()
                    || value.get() instanceof LocalDate
                    || (value.get() instanceof String text && text.indexOf(UNREADABLE) < 0));
  }

  private static boolean areBesideEachOther(List<Object[]> rows, int column, List<Integer> others) {
    Map<List<Optional<Object>>, Integer> beside = new HashMap<>();
    Map<Object, BitSet> places = new HashMap<>();
    for (Object[] row : rows) {
      if (row[column] != null) {
        List<Optional<Object>> key =
            others.stream().map(other -> Optional.ofNullable(row[other])).toList();
        int place = beside.computeIfAbsent(key, ignored -> beside.size());
        places.computeIfAbsent(row[column], ignored -> new BitSet()).set(place);
      }
    }
    List<BitSet> all = new ArrayList<>(places.values());
    if (all.size() > MOST_TEXTS) {
      return false;
    }
    for (int one = 0; one < all.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (!all.get(one).intersects(all.get(other))) {
          return false;
        }
      }
    }
    return true;
  }
}
