package dev.alidade.redteam.random;

import java.util.List;

/**
 * Who writes one statement: what it knows, what it chose so far, and how much more it may write.
 */
final class Author {
  private static final int QUERIES = 6;

  private final Choices choices;
  private final Flavour flavour;
  private final Described described;
  private final Expressions expressions = new Expressions(this);
  private final Sources sources = new Sources(this);
  private final Queries queries = new Queries(this);
  private int names;
  private int written;

  Author(Choices choices, Flavour flavour, Described described) {
    this.choices = choices;
    this.flavour = flavour;
    this.described = described;
  }

  /** The statement that these choices make. */
  static String statement(Choices choices, Flavour flavour, Described described) {
    return new Statements(new Author(choices, flavour, described)).statement();
  }

  Choices choices() {
    return choices;
  }

  Flavour flavour() {
    return flavour;
  }

  Described described() {
    return described;
  }

  Expressions expressions() {
    return expressions;
  }

  Sources sources() {
    return sources;
  }

  Queries queries() {
    return queries;
  }

  /** A name that nothing else has. */
  String name() {
    names++;
    return "r" + names;
  }

  /** Whether another query may be written; counts it. */
  boolean mayNest() {
    written++;
    return written <= QUERIES;
  }

  boolean chance(int percent) {
    return choices.chance(percent);
  }

  <T> T of(List<T> some) {
    return choices.of(some);
  }

  int from1To(int most) {
    return 1 + choices.below(most);
  }
}
