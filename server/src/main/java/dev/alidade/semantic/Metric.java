package dev.alidade.semantic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that a business goes by.
 *
 * @param formula how it is worked out; every column lies within an aggregate
 * @param time the date that periods of it are counted by, a column of one of the datasets
 * @param unit what it counts: "USD", "%"
 */
public record Metric(
    String name,
    Optional<String> description,
    List<String> synonyms,
    Formula formula,
    Optional<Formula.Column> time,
    Optional<String> unit) {
  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    synonyms = List.copyOf(synonyms);
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(unit, "unit");
  }
}
