package dev.alidade.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether rows are an answer that a plan allows. Where rows tie under the plan's order, their order
 * among themselves is open, and where a limit cuts through a tie, so is which of them stay; an
 * engine that chooses differently there is not wrong. Everything else must be the same.
 *
 * @param all all rows in the plan's order, without its limit, each followed by its sort keys
 * @param width how many cells are shown, before the sort keys
 */
record AllowedAnswer(List<List<Object>> all, int width, long limit) {
  boolean allows(List<List<Object>> rows) {
    if (rows.size() != Math.min(all.size(), limit)) {
      return false;
    }
    int next = 0;
    int start = 0;
    while (next < rows.size()) {
      int end = start + 1;
      while (end < all.size() && keys(end).equals(keys(start))) {
        end++;
      }
      Map<List<Object>, Integer> tied = new HashMap<>();
      for (List<Object> row : all.subList(start, end)) {
        tied.merge(row.subList(0, width), 1, Integer::sum);
      }
      int stop = Math.min(rows.size(), next + end - start);
      for (; next < stop; next++) {
        if (tied.merge(new ArrayList<>(rows.get(next)), -1, Integer::sum) < 0) {
          return false;
        }
      }
      start = end;
    }
    return true;
  }

  private List<Object> keys(int row) {
    return all.get(row).subList(width, all.get(row).size());
  }
}
