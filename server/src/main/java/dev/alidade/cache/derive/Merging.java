package dev.alidade.cache.derive;

import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes one row of all that have the same keys; columns that are neither keys nor merged are left
 * empty.
 *
 * @param keys the columns that tell rows apart; without any there is one row, also of none
 * @param merges how other columns are put together
 * @param columns all columns
 * @param rules how large the engine's sums may be
 */
record Merging(
    List<Integer> keys, Map<Integer, Merge> merges, List<ResultColumn> columns, ResultRules rules) {
  Merging {
    keys = List.copyOf(keys);
    merges = Map.copyOf(merges);
    columns = List.copyOf(columns);
    Objects.requireNonNull(rules, "rules");
  }

  /** The rows of the larger groups; empty where one of them is not sure. */
  Optional<List<Object[]>> of(List<Object[]> rows) {
    Map<List<Optional<Object>>, Object[]> groups = new LinkedHashMap<>();
    for (Object[] row : rows) {
      List<Optional<Object>> key =
          keys.stream()
              .map(column -> Optional.ofNullable(row[column]).map(Merging::alike))
              .toList();
      Object[] group = groups.get(key);
      if (group == null) {
        groups.put(key, row.clone());
      } else if (!looksAlike(group, row) || !add(group, row)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        keys.isEmpty() && groups.isEmpty()
            ? List.<Object[]>of(ofNothing())
            : new ArrayList<>(groups.values()));
  }

  /** Decimals are the same with more zeros behind their point. */
  private static Object alike(Object key) {
    return key instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : key;
  }

  private boolean looksAlike(Object[] group, Object[] row) {
    return keys.stream().allMatch(column -> Objects.equals(group[column], row[column]));
  }

  private boolean add(Object[] group, Object[] row) {
    for (Map.Entry<Integer, Merge> each : merges.entrySet()) {
      int column = each.getKey();
      if (group[column] == null) {
        group[column] = row[column];
      } else if (row[column] != null) {
        int digits = rules.digitsOfSum(columns.get(column).type());
        Optional<Object> both = each.getValue().both(group[column], row[column], digits);
        if (both.isEmpty()) {
          return false;
        }
        group[column] = both.get();
      }
    }
    return true;
  }

  private Object[] ofNothing() {
    Object[] row = new Object[columns.size()];
    merges.forEach((column, merge) -> row[column] = merge.ofNothing());
    return row;
  }
}
