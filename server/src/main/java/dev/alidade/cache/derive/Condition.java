package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import dev.alidade.sql.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition on one column that can be decided by its value alone.
 *
 * @param column the column as it is written
 * @param test what must be true of the value
 */
record Condition(Words column, Test test) {
  Condition {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(test, "test");
  }

  /** What is asked of a value. */
  sealed interface Test {
    /** Whether there is no value, or one. */
    record Missing(boolean wanted) implements Test {}

    /** Whether it compares with every literal as it should; a comparison with NULL is not true. */
    record Within(List<Bound> bounds) implements Test {
      public Within {
        bounds = List.copyOf(bounds);
      }
    }

    /** Whether it is one of these. */
    record OneOf(List<Literal> literals) implements Test {
      public OneOf {
        literals = List.copyOf(literals);
      }
    }
  }

  /** A literal, and how a value has to compare with it. */
  record Bound(Comparison comparison, Literal literal) {
    Bound {
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(literal, "literal");
    }

    Optional<Boolean> holds(Object value) {
      return literal.compare(value).map(comparison::holds);
    }

    boolean implies(Bound other) {
      return other
          .literal
          .compare(literal.value())
          .filter(compared -> comparison.implies(other.comparison, compared))
          .isPresent();
    }
  }

  /** Reads a condition; empty where it is of another form. */
  static Optional<Condition> of(Words words) {
    int end = endOfColumn(words);
    if (end == 0 || end == words.size()) {
      return Optional.empty();
    }
    return test(words.part(end, words.size())).map(test -> new Condition(words.part(0, end), test));
  }

  /** Whether values of a type are compared as they are here. */
  boolean isSureFor(DataType type, ResultRules rules) {
    return rules.comparesExactly(type)
        && switch (test) {
          case Test.Missing _ -> true;
          case Test.Within within ->
              within.bounds().stream().allMatch(bound -> bound.literal().fits(type.kind()));
          case Test.OneOf one -> one.literals().stream().allMatch(each -> each.fits(type.kind()));
        };
  }

  /** Whether a value, or null for none, fulfils it; empty where that is not sure. */
  Optional<Boolean> holds(Object value) {
    return switch (test) {
      case Test.Missing missing -> Optional.of((value == null) == missing.wanted());
      case Test.Within _, Test.OneOf _ when value == null -> Optional.of(false);
      case Test.Within within -> holds(value, within);
      case Test.OneOf one -> holds(value, one);
    };
  }

  /** The same in parts of which each may be implied by another condition. */
  List<Condition> parts() {
    return switch (test) {
      case Test.Within within ->
          within.bounds().stream()
              .map(bound -> new Condition(column, new Test.Within(List.of(bound))))
              .toList();
      case Test.Missing _, Test.OneOf _ -> List.of(this);
    };
  }

  /** Whether another condition on the same column is true wherever this is. */
  boolean implies(Condition other) {
    return column.toString().equals(other.column.toString())
        && switch (test) {
          case Test.Missing _ -> test.equals(other.test);
          case Test.Within within -> implies(within.bounds(), other.test);
          case Test.OneOf one ->
              one.literals().stream()
                  .allMatch(
                      each -> implies(List.of(new Bound(Comparison.EQUAL, each)), other.test));
        };
  }

  private static boolean implies(List<Bound> bounds, Test other) {
    return switch (other) {
      case Test.Missing missing -> !missing.wanted();
      case Test.Within within ->
          within.bounds().stream()
              .allMatch(wider -> bounds.stream().anyMatch(bound -> bound.implies(wider)));
      case Test.OneOf one ->
          one.literals().stream()
              .map(literal -> new Bound(Comparison.EQUAL, literal))
              .anyMatch(
                  equal ->
                      bounds.stream()
                          .anyMatch(
                              bound ->
                                  bound.comparison() == Comparison.EQUAL && bound.implies(equal)));
    };
  }

  private static Optional<Boolean> holds(Object value, Test.Within within) {
    boolean all = true;
    for (Bound bound : within.bounds()) {
      Optional<Boolean> holds = bound.holds(value);
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      all &= holds.get();
    }
    return Optional.of(all);
  }

  private static Optional<Boolean> holds(Object value, Test.OneOf one) {
    boolean any = false;
    for (Literal literal : one.literals()) {
      Optional<Integer> compared = literal.compare(value);
      if (compared.isEmpty()) {
        return Optional.empty();
      }
      any |= compared.get() == 0;
    }
    return Optional.of(any);
  }

  /** A name, or names with points between them. */
  private static int endOfColumn(Words words) {
    int end = 0;
    while (words.isName(end)) {
      end++;
      if (!words.isSymbol(end, ".") || !words.isName(end + 1)) {
        return end;
      }
      end++;
    }
    return 0;
  }

  private static Optional<Test> test(Words words) {
    if (words.is(0, "IS") && words.is(words.size() - 1, "NULL")) {
      boolean negated = words.size() == 3 && words.is(1, "NOT");
      return words.size() == 2 || negated
          ? Optional.of(new Test.Missing(!negated))
          : Optional.empty();
    }
    if (words.is(0, "BETWEEN")) {
      return between(words.part(1, words.size()));
    }
    if (words.is(0, "IN") && words.part(1, words.size()).isEnclosed()) {
      return oneOf(words.part(2, words.size() - 1));
    }
    return compared(words);
  }

  private static Optional<Test> between(Words words) {
    List<Integer> ands = words.outside(index -> words.is(index, "AND"));
    if (ands.size() != 1) {
      return Optional.empty();
    }
    Optional<Literal> low = Literal.of(words.part(0, ands.getFirst()));
    Optional<Literal> high = Literal.of(words.part(ands.getFirst() + 1, words.size()));
    return low.isPresent() && high.isPresent()
        ? Optional.of(
            new Test.Within(
                List.of(
                    new Bound(Comparison.GREATER_OR_EQUAL, low.get()),
                    new Bound(Comparison.LESS_OR_EQUAL, high.get()))))
        : Optional.empty();
  }

  private static Optional<Test> oneOf(Words words) {
    List<Literal> literals = new ArrayList<>();
    for (Words each : words.byCommas()) {
      Optional<Literal> literal = Literal.of(each);
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      literals.add(literal.get());
    }
    return Optional.of(new Test.OneOf(literals));
  }

  private static Optional<Test> compared(Words words) {
    int end = 1;
    while (end < words.size() && "<>=!".contains(words.at(end)) && words.adjoins(end)) {
      end++;
    }
    Optional<Comparison> comparison = Comparison.of(words.part(0, end).toString());
    Words rest = words.part(end, words.size());
    return comparison.isEmpty() || rest.isEmpty()
        ? Optional.empty()
        : Literal.of(rest)
            .map(literal -> new Test.Within(List.of(new Bound(comparison.get(), literal))));
  }
}
