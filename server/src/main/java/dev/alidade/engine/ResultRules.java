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

  /**
   * Whether values of a type are compared with whole numbers, decimals of no more than 18 digits
   * and dates as they are in Java, and are NULL where the batch says so. Never true of texts: their
   * order and likeness are a collation's, which a result does not name.
   */
  boolean comparesExactly(DataType type);

  /** How far values of a type are told apart and ordered as they are in Java. */
  enum Likeness {
    /** GROUP BY takes for the same what Java does, and ORDER BY puts it in Java's order. */
    EXACT,
    /**
     * What Java takes for the same is the same to GROUP BY; what differs in Java may be the same to
     * a collation.
     */
    SHOWN,
    /** Nothing is sure. */
    UNSURE
  }

  /** How far GROUP BY and ORDER BY treat values of a type as Java does. */
  Likeness likeness(DataType type);

  /**
   * How many digits a sum has room for whose column has this type, if it is exact and of numbers
   * that are; else none.
   */
  int digitsOfSum(DataType type);

  /** Whether ORDER BY puts NULL first where nothing is said. */
  boolean nullsComeFirst(boolean descending);

  /** Whether a column of this type would have it too if these were all its values. */
  boolean isTypeOf(DataType type, Supplier<Stream<Object>> values);
}
