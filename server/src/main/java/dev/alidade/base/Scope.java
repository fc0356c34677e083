package dev.alidade.base;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a token lets its bearer go; each holds those before it. */
public enum Scope {
  /** Say who they are, and nothing else. */
  NONE(""),
  /** Ask, query, describe, export. */
  READ("alidade:read"),
  /** Change rows and definitions too. */
  WRITE("alidade:write"),
  /** Administer too. */
  ADMIN("alidade:admin");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As tokens and challenges write it; empty for none. */
  public String word() {
    return word;
  }

  /** The words of all that a token can carry, the narrowest first. */
  public static List<String> words() {
    return Arrays.stream(values()).filter(scope -> scope != NONE).map(Scope::word).toList();
  }

  /** The scope of that word. */
  public static Optional<Scope> of(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope != NONE && scope.word.equals(word))
        .findFirst();
  }

  /** Whether it reaches as far as another. */
  public boolean holds(Scope other) {
    return compareTo(other) >= 0;
  }
}
