package dev.alidade.engine.postgres.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** What PostgreSQL's parser made of a text. */
public sealed interface Parsed {
  /**
   * The statements, as the parser's tree says them; places in it count bytes of UTF-8.
   *
   * @param statements the elements of {@code stmts}
   */
  record Tree(JsonNode statements) implements Parsed {
    public Tree {
      Objects.requireNonNull(statements, "statements");
    }
  }

  /**
   * The text is not SQL.
   *
   * @param message what the parser says
   * @param character which character it points at: code points from 1, or 0 where it does not tell
   */
  record Mistake(String message, int character) implements Parsed {
    public Mistake {
      Objects.requireNonNull(message, "message");
    }
  }

  /** The parser gave up: too deep, too large or too slow. */
  record TooComplex() implements Parsed {}

  /** No parser was free in time. */
  record Busy() implements Parsed {}
}
