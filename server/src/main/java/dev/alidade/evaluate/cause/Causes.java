package dev.alidade.evaluate.cause;

import dev.alidade.sql.LexicalRules;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Compares two statements by what they are made of. */
public final class Causes {
  private Causes() {}

  /**
   * How a statement that was read differs from the right one; never empty, in the order of causes.
   */
  public static Set<Cause> between(String right, String read, LexicalRules rules, Schema schema) {
    Optional<Query> one = QueryReader.read(right, rules);
    Optional<Query> other = QueryReader.read(read, rules);
    if (one.isEmpty() || other.isEmpty()) {
      return EnumSet.of(Cause.UNREADABLE);
    }
    Set<Cause> causes =
        Differences.between(
            FactReader.read(one.get(), schema), FactReader.read(other.get(), schema));
    return causes.isEmpty() ? EnumSet.of(Cause.NOT_FOUND) : causes;
  }
}
