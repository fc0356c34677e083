package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values that were given in the places that a saved query declares. */
final class ParameterValues {
  private ParameterValues() {}

  /** What is bound to the statement; empty for one without parameters. */
  static Optional<Object> of(QueryDefinition query, Map<String, Object> given) {
    List<String> names = query.parameters().stream().map(QueryParameter::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw invalid(
            "The query `%s` has no parameter `%s`%s. It takes: %s"
                .formatted(
                    query.name(),
                    name,
                    Nearest.hint(name, names),
                    names.isEmpty() ? "none" : String.join(", ", names)));
      }
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    for (QueryParameter parameter : query.parameters()) {
      Optional<Object> value =
          Optional.ofNullable(given.get(parameter.name())).or(parameter::defaultValue);
      if (value.isEmpty() && parameter.isRequired()) {
        throw invalid(
            "The query `%s` needs the parameter `%s` (%s)%s"
                .formatted(
                    query.name(),
                    parameter.name(),
                    parameter.type().orElseThrow(),
                    parameter.description().map(": "::concat).orElse("")));
      }
      bound.put(parameter.name(), value.map(parameter::checked).orElse(null));
    }
    return bound.isEmpty() ? Optional.empty() : Optional.of(bound);
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.PARAMETER_INVALID, message);
  }
}
