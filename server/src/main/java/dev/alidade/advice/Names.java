package dev.alidade.advice;

import dev.alidade.base.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which names somebody may have meant. */
final class Names {
  private static final int SHORTEST_PART = 3;

  private Names() {}

  /** Those that are a slip away, or of which one is a part of the other; the nearest first. */
  static List<String> near(String wrong, List<String> known, int most) {
    return known.stream()
        .filter(name -> isNear(wrong, name))
        .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
        .limit(most)
        .toList();
  }

  private static boolean isNear(String wrong, String name) {
    String left = plain(wrong);
    String right = plain(name);
    boolean part =
        Math.min(left.length(), right.length()) >= SHORTEST_PART
            && (left.contains(right) || right.contains(left));
    return !wrong.equals(name)
        && (part || distance(wrong, name) <= Math.max(1, wrong.length() / 3));
  }

  private static int distance(String wrong, String name) {
    return Nearest.distance(plain(wrong), plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }
}
