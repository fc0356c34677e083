package dev.alidade.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns beside a number over rows that nothing groups by. */
final class GroupRepair implements Repair {
  private static final Set<String> AGGREGATES =
      Set.of(
          "count", "sum", "avg", "min", "max", "string_agg", "group_concat", "listagg", "stddev");
  private static final Set<String> AFTER_GROUPS =
      Set.of("having", "order", "limit", "offset", "fetch", "union", "intersect", "except", ";");

  @Override
  public List<Proposal> proposals(Site site) {
    Draft draft = site.draft();
    int select = top(draft, 0, Set.of("select"));
    int from = top(draft, select + 1, Set.of("from"));
    if (from >= draft.size() || !site.says("group|aggregat")) {
      return List.of();
    }
    List<String> plain = plainItems(draft, select + 1, from);
    int group = top(draft, from, Set.of("group"));
    int end = top(draft, Math.min(group, draft.size()), AFTER_GROUPS);
    if (group >= draft.size()) {
      end = top(draft, from, AFTER_GROUPS);
    }
    List<String> grouped = group < draft.size() ? items(draft, group + 2, end) : List.of();
    List<String> missing = plain.stream().filter(item -> !isAmong(item, grouped)).toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    String added = String.join(", ", missing);
    String text = grouped.isEmpty() ? " GROUP BY " + added : ", " + added;
    return List.of(
        new Proposal(
            draft.after(end - 1, text),
            "grouped by %s, which differs from row to row".formatted(added)));
  }

  private static boolean isAmong(String item, List<String> grouped) {
    return grouped.stream()
        .anyMatch(
            other -> other.replaceAll("\\s", "").equalsIgnoreCase(item.replaceAll("\\s", "")));
  }

  /** The first of the words outside of parentheses, from a token on. */
  private static int top(Draft draft, int from, Set<String> words) {
    int depth = 0;
    for (int index = from; index < draft.size(); index++) {
      depth += depthOf(draft, index);
      if (depth == 0 && words.contains(draft.word(index))) {
        return index;
      }
    }
    return draft.size();
  }

  private static int depthOf(Draft draft, int index) {
    return switch (draft.text(index)) {
      case "(" -> 1;
      case ")" -> -1;
      default -> 0;
    };
  }

  /** Items that are no numbers over rows, without their aliases. */
  private static List<String> plainItems(Draft draft, int from, int end) {
    List<String> plain = new ArrayList<>();
    for (int[] item : ranges(draft, from, end)) {
      boolean aggregates =
          IntStream.rangeClosed(item[0], item[1])
              .anyMatch(
                  index ->
                      AGGREGATES.contains(draft.word(index)) && draft.text(index + 1).equals("("));
      int last = item[1];
      if (last - 2 >= item[0] && draft.word(last - 1).equals("as")) {
        last -= 2;
      }
      boolean constant = item[0] == last && !draft.isColumn(last);
      if (!aggregates && !constant) {
        plain.add(text(draft, item[0], last));
      }
    }
    return plain;
  }

  private static List<String> items(Draft draft, int from, int end) {
    return ranges(draft, from, end).stream()
        .map(range -> text(draft, range[0], range[1]))
        .collect(Collectors.toList());
  }

  private static List<int[]> ranges(Draft draft, int from, int end) {
    List<int[]> ranges = new ArrayList<>();
    int depth = 0;
    int begin = from;
    for (int index = from; index <= end; index++) {
      depth += index < end ? depthOf(draft, index) : 0;
      if (index == end || (depth == 0 && draft.text(index).equals(","))) {
        if (index > begin) {
          ranges.add(new int[] {begin, index - 1});
        }
        begin = index + 1;
      }
    }
    return ranges;
  }

  private static String text(Draft draft, int first, int last) {
    return draft.sql().substring(draft.tokens().get(first).start(), draft.tokens().get(last).end());
  }
}
