package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code parameters} of a request: an array binds {@code ?}, an object {@code $name}. */
final class BoundValues {
  private BoundValues() {}

  static Parameters read(Optional<Object> given) {
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
      default ->
          throw new AlidadeException(
              ErrorCode.PARAMETER_INVALID,
              "`%s` must be a string, number, boolean or null; pass lists as separate values"
                  .formatted(path));
    };
  }
}
