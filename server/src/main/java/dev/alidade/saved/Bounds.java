package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Parameters;
import dev.alidade.workbench.BoundValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which values a parameter may have: those of its type, and of these the ones that it allows. */
record Bounds(
    String name,
    String type,
    Optional<List<Object>> values,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum) {
  private static final Set<String> NUMBERS = Set.of("integer", "decimal", "float");
  private static final int MOST_VALUES = 200;

  Bounds {
    if ((minimum.isPresent() || maximum.isPresent()) && !NUMBERS.contains(type)) {
      throw wrong(name, "is of the type `%s`, and only numbers have bounds".formatted(type));
    }
    if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
      throw wrong(name, "has a minimum above its maximum; exchange them");
    }
    if (values.isPresent() && (values.get().isEmpty() || values.get().size() > MOST_VALUES)) {
      throw wrong(name, "needs 1 to %d `values`, or none".formatted(MOST_VALUES));
    }
    for (Object value : values.orElse(List.of())) {
      bound(name, type, value);
    }
  }

  private static AlidadeException wrong(String name, String what) {
    return QueryDefinition.invalid("the parameter `%s` %s".formatted(name, what));
  }

  /** Fails with PARAMETER_INVALID where the parameter may not have that value. */
  void check(Object value) {
    Object bound = bound(name, type, value);
    if (values.isPresent()
        && values.get().stream().noneMatch(each -> same(bound(name, type, each), bound))) {
      List<String> all = values.get().stream().map(each -> plain(each).toString()).toList();
      throw misfit(
          "must be one of %s%s"
              .formatted(String.join(", ", all), Nearest.hint(String.valueOf(plain(value)), all)));
    }
    Optional<BigDecimal> number = number(bound);
    if (minimum.isPresent() && number.filter(it -> it.compareTo(minimum.get()) >= 0).isEmpty()) {
      throw misfit("must be at least " + minimum.get().toPlainString());
    }
    if (maximum.isPresent() && number.filter(it -> it.compareTo(maximum.get()) <= 0).isEmpty()) {
      throw misfit("must be at most " + maximum.get().toPlainString());
    }
  }

  private AlidadeException misfit(String what) {
    return new AlidadeException(
        ErrorCode.PARAMETER_INVALID, "The parameter `%s` %s".formatted(name, what));
  }

  /** The value as a statement's parameters take it. */
  static Object typed(String name, String type, Object value) {
    if (!(value instanceof Map<?, ?> named)) {
      return Map.of("type", type, "value", value);
    }
    if (!type.equals(named.get("type"))) {
      throw new AlidadeException(
          ErrorCode.PARAMETER_INVALID, "`parameters.%s` must be of type %s".formatted(name, type));
    }
    return value;
  }

  /** The value without the type that may be written beside it. */
  static Object plain(Object value) {
    return value instanceof Map<?, ?> named ? named.get("value") : value;
  }

  private static Object bound(String name, String type, Object value) {
    Parameters read = BoundValues.read(Optional.of(Map.of(name, typed(name, type, value))));
    return ((Parameters.Named) read).values().get(name);
  }

  private static boolean same(Object one, Object other) {
    Optional<BigDecimal> number = number(one);
    return number.isPresent()
        ? number(other).filter(it -> it.compareTo(number.get()) == 0).isPresent()
        : Objects.deepEquals(one, other);
  }

  // What is no number, or endless, is within no bounds.
  private static Optional<BigDecimal> number(Object bound) {
    return switch (bound) {
      case Long whole -> Optional.of(BigDecimal.valueOf(whole));
      case BigDecimal decimal -> Optional.of(decimal);
      case Double floating when Double.isFinite(floating) ->
          Optional.of(BigDecimal.valueOf(floating));
      case null, default -> Optional.empty();
    };
  }
}
