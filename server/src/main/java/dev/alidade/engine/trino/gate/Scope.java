package dev.alidade.engine.trino.gate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of common table expressions that hold at one place of a statement. */
record Scope(Set<String> names) {
  static final Scope EMPTY = new Scope(Set.of());

  Scope {
    names = Set.copyOf(names);
  }

  boolean has(String name) {
    return names.contains(name.toLowerCase(Locale.ENGLISH));
  }

  /** This scope and one name more. */
  Scope with(String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name.toLowerCase(Locale.ENGLISH));
    return new Scope(more);
  }
}
