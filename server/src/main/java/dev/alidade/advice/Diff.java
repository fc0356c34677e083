package dev.alidade.advice;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two statements differ. */
final class Diff {
  private Diff() {}

  /** Lines that went, then those that came, as in a patch. */
  static String of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> young = after.lines().toList();
    int same = 0;
    while (same < Math.min(old.size(), young.size()) && old.get(same).equals(young.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), young.size()) - same
        && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
      tail++;
    }
    List<String> lines = new ArrayList<>();
    old.subList(same, old.size() - tail).forEach(line -> lines.add("- " + line));
    young.subList(same, young.size() - tail).forEach(line -> lines.add("+ " + line));
    return String.join("\n", lines);
  }
}
