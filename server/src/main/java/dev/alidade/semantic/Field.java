package dev.alidade.semantic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that each row of a dataset has.
 *
 * @param formula how it is worked out; a plain column for most
 * @param time whether it says when a row happened
 * @param unit what its numbers count: "g", "USD"
 * @param values what people call stored values: the value, then its other names
 */
public record Field(
    String name,
    Formula formula,
    Optional<String> description,
    List<String> synonyms,
    boolean dimension,
    boolean time,
    Optional<String> unit,
    Map<String, List<String>> values) {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(description, "description");
    synonyms = List.copyOf(synonyms);
    Objects.requireNonNull(unit, "unit");
    values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }
}
