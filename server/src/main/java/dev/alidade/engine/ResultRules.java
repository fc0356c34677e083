package dev.alidade.engine;

import dev.alidade.sql.DataType;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is surely known of an engine's results, so that a part of one can be told from the whole
 * without asking the engine. What is not sure is denied.
 */
public interface ResultRules {
  /** The types of columns are those of the statement, whatever its rows hold. */
  ResultRules TYPES_OF_STATEMENT = (type, values) -> true;

  /**
   * A text that runs, in two.
   *
   * @param scope under what the statement runs: what policies put before it
   * @param statement the statement itself
   */
  record Scoped(String scope, String statement) {
    public Scoped {
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(statement, "statement");
    }
  }

  /** A governed text in two; most engines write what policies say into the statement. */
  default Scoped scoped(String text) {
    return new Scoped("", text);
  }

  /** Whether a column of this type would have it too if these were all its values. */
  boolean isTypeOf(DataType type, Supplier<Stream<Object>> values);
}
