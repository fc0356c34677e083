package dev.alidade.evaluate.cause;

import java.util.List;
import java.util.Objects;

/** A part of a statement that has a value; names and texts are in lower case. */
sealed interface Term {
  /**
   * A column.
   *
   * @param table its qualifier, empty where there is none
   * @param quoted whether it may be a text in the wrong quotes
   */
  record Column(String table, String name, boolean quoted) implements Term {
    public Column {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(name, "name");
    }
  }

  /** A constant. */
  record Value(String text) implements Term {
    public Value {
      Objects.requireNonNull(text, "text");
    }
  }

  /** All columns. */
  record Star() implements Term {}

  /** A function or an operator with what it is applied to. */
  record Call(String name, boolean distinct, List<Term> arguments) implements Term {
    public Call {
      Objects.requireNonNull(name, "name");
      arguments = List.copyOf(arguments);
    }

    static Call of(String name, Term... arguments) {
      return new Call(name, false, List.of(arguments));
    }
  }

  /** A query within the statement. */
  record Nested(Query query) implements Term {
    public Nested {
      Objects.requireNonNull(query, "query");
    }
  }
}
