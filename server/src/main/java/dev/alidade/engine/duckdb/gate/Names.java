package dev.alidade.engine.duckdb.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The common table expressions that a part of a statement can name. */
record Names(Set<String> commonTables, Set<String> recursive) {
  /** What an outermost statement can name: nothing. */
  static final Names NONE = new Names(Set.of(), Set.of());

  Names {
    commonTables = Set.copyOf(commonTables);
    recursive = Set.copyOf(recursive);
  }

  Names with(String name) {
    return new Names(added(commonTables, name), recursive);
  }

  Names without(String name) {
    Set<String> fewer = new HashSet<>(commonTables);
    fewer.remove(lower(name));
    return new Names(fewer, recursive);
  }

  Names withRecursive(String name) {
    return new Names(added(commonTables, name), added(recursive, name));
  }

  /** Whether the path can mean nothing but a common table expression. */
  boolean isCommonTable(List<String> path) {
    if (path.size() == 1) {
      return commonTables.contains(lower(path.getFirst()));
    }
    return path.size() == 2
        && path.getFirst().equalsIgnoreCase("recurring")
        && recursive.contains(lower(path.getLast()));
  }

  private static Set<String> added(Set<String> names, String name) {
    Set<String> more = new HashSet<>(names);
    more.add(lower(name));
    return more;
  }

  /**
   * As DuckDB compares names: only A to Z are the same as a to z. With all of Unicode, the Kelvin
   * sign would be a k, and a table be taken for a common table expression that it is not.
   */
  private static String lower(String name) {
    StringBuilder lower = new StringBuilder(name);
    for (int index = 0; index < lower.length(); index++) {
      char letter = lower.charAt(index);
      if (letter >= 'A' && letter <= 'Z') {
        lower.setCharAt(index, (char) (letter + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
