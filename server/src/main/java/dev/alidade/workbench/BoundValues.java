package dev.alidade.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code parameters} of a request: an array binds {@code ?}, an object {@code $name}; a
 * value is what JSON says it is, or {@code {"type": "date", "value": "2024-01-15"}}.
 */
public final class BoundValues {
  private static final String TYPE = "type";
  private static final String VALUE = "value";

  private BoundValues() {}

  /** The names of the types that a value may name. */
  public static List<String> types() {
    return ParameterType.names();
  }

  /** The JSON Schema of plain values of a type. */
  public static ObjectNode schema(String type) {
    return ParameterType.of(type).orElseThrow().schema();
  }

  /** The values to bind; fails with PARAMETER_INVALID where one is none. */
  public static Parameters read(Optional<Object> given) {
    return switch (given.orElse(List.of())) {
      case List<?> values -> {
        List<Object> bound = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
          bound.add(value("parameters[" + index + "]", values.get(index)));
        }
        yield new Parameters.Positional(bound);
      }
      case Map<?, ?> values -> {
        Map<String, Object> bound = new LinkedHashMap<>();
        values.forEach(
            (name, value) -> bound.put((String) name, value("parameters." + name, value)));
        yield new Parameters.Named(bound);
      }
      default ->
          throw new AlidadeException(
              ErrorCode.INVALID_INPUT,
              "`parameters` must be an array for `?` or an object for `$name`");
    };
  }

  private static Object value(String path, Object value) {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth;
      case String text -> text;
      case Integer number -> Long.valueOf(number);
      case Long number -> number;
      case BigInteger number -> new BigDecimal(number);
      case BigDecimal number -> number;
      case Map<?, ?> typed -> typed(path, typed);
      default ->
          throw invalid(
              "`%s` must be a string, number, boolean, null or {\"type\": ..., \"value\": ...}; pass lists as separate values"
                  .formatted(path));
    };
  }

  private static Object typed(String path, Map<?, ?> typed) {
    boolean isWhole =
        typed.keySet().equals(Set.of(TYPE, VALUE)) && typed.get(TYPE) instanceof String;
    if (!isWhole) {
      throw invalid(
          "`%s` must have exactly a `type` and a `value`, as in {\"type\": \"date\", \"value\": \"2024-01-15\"}"
              .formatted(path));
    }
    String name = (String) typed.get(TYPE);
    ParameterType type =
        ParameterType.of(name)
            .orElseThrow(
                () ->
                    invalid(
                        "`%s.type` is `%s`, which is no type%s Types: %s"
                            .formatted(
                                path, name, hint(name), String.join(", ", ParameterType.names()))));
    return switch (typed.get(VALUE)) {
      case null -> null;
      case String text -> type.read(path, text);
      case BigDecimal number -> type.read(path, number.toPlainString());
      case Number number -> type.read(path, number.toString());
      case Boolean truth when type == ParameterType.BOOLEAN -> truth;
      default -> throw invalid("`%s.value` must be a string or a number".formatted(path));
    };
  }

  private static String hint(String name) {
    String hint = Nearest.hint(name, ParameterType.names());
    return hint.isEmpty() ? "." : hint;
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.PARAMETER_INVALID, message);
  }
}
