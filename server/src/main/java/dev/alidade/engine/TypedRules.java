package dev.alidade.engine;

import dev.alidade.sql.DataType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rules of an engine whose columns have the types of the statement, whatever its rows hold. Types
 * are named in lower case and without their lengths.
 *
 * @param compared what it compares with numbers and dates as Java does
 * @param grouped what else it groups and orders as Java does
 * @param texts whose likeness is a collation's
 * @param sums the types of exact sums of exact numbers, and how many digits they have room for
 * @param nulls where it puts NULL
 */
public record TypedRules(
    Set<String> compared,
    Set<String> grouped,
    Set<String> texts,
    Map<String, Integer> sums,
    Nulls nulls)
    implements ResultRules {
  /** Where ORDER BY puts NULL if nothing is said. */
  public enum Nulls {
    LEAST,
    GREATEST,
    LAST
  }

  public TypedRules {
    compared = Set.copyOf(compared);
    grouped = Set.copyOf(grouped);
    texts = Set.copyOf(texts);
    sums = Map.copyOf(sums);
    Objects.requireNonNull(nulls, "nulls");
  }

  @Override
  public boolean comparesExactly(DataType type) {
    return compared.contains(name(type));
  }

  @Override
  public Likeness likeness(DataType type) {
    String name = name(type);
    if (compared.contains(name) || grouped.contains(name)) {
      return Likeness.EXACT;
    }
    return texts.contains(name) ? Likeness.SHOWN : Likeness.UNSURE;
  }

  @Override
  public int digitsOfSum(DataType type) {
    return sums.getOrDefault(name(type), 0);
  }

  @Override
  public boolean nullsComeFirst(boolean descending) {
    return switch (nulls) {
      case LEAST -> !descending;
      case GREATEST -> descending;
      case LAST -> false;
    };
  }

  @Override
  public boolean isTypeOf(DataType type, Supplier<Stream<Object>> values) {
    return true;
  }

  private static String name(DataType type) {
    String name = type.engineName().toLowerCase(Locale.ROOT);
    int length = name.indexOf('(');
    return length < 0 ? name : name.substring(0, length);
  }
}
