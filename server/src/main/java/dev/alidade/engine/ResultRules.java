package dev.alidade.engine;

import dev.alidade.sql.DataType;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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

  /** Whether a column of this type would have it too if these were all its values. */
  boolean isTypeOf(DataType type, Supplier<Stream<Object>> values);

  /**
   * Rules of an engine whose columns have the types of the statement, whatever its rows hold.
   *
   * @param exact the names of types that it compares exactly, in lower case and without their
   *     lengths
   */
  record Typed(Set<String> exact) implements ResultRules {
    public Typed {
      exact = Set.copyOf(exact);
    }

    @Override
    public boolean comparesExactly(DataType type) {
      String name = type.engineName().toLowerCase(Locale.ROOT);
      int length = name.indexOf('(');
      return exact.contains(length < 0 ? name : name.substring(0, length));
    }

    @Override
    public boolean isTypeOf(DataType type, Supplier<Stream<Object>> values) {
      return true;
    }
  }
}
