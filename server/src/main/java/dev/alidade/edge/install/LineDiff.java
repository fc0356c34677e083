package dev.alidade.edge.install;

import java.util.List;

/** Shows where two texts differ, with the lines around. */
final class LineDiff {
  private static final int AROUND = 3;

  private LineDiff() {}

  /** One place of change, from the first line that differs to the last. */
  static String between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> next = after.lines().toList();
    int same = 0;
    while (same < old.size() && same < next.size() && old.get(same).equals(next.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < old.size() - same
        && tail < next.size() - same
        && old.get(old.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
      tail++;
    }
    StringBuilder shown = new StringBuilder();
    add(shown, "  ", old.subList(Math.max(0, same - AROUND), same));
    add(shown, "- ", old.subList(same, old.size() - tail));
    add(shown, "+ ", next.subList(same, next.size() - tail));
    int rest = old.size() - tail;
    add(shown, "  ", old.subList(rest, Math.min(old.size(), rest + AROUND)));
    return shown.toString();
  }

  private static void add(StringBuilder shown, String mark, List<String> lines) {
    lines.forEach(line -> shown.append(mark).append(line).append('\n'));
  }
}
