package dev.alidade.semantic;

import dev.alidade.sql.TimeGrain;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that a business goes by.
 *
 * @param formula how it is worked out; every column lies within an aggregate
 * @param time the date that periods of it are counted by, a column of one of the datasets
 * @param unit what it counts: "USD", "%"
 * @param accumulation how each period adds up with earlier ones, where it does
 * @param grain the periods that it is shown by where nobody asked for others
 */
public record Metric(
    String name,
    Optional<String> description,
    List<String> synonyms,
    Formula formula,
    Optional<Formula.Column> time,
    Optional<String> unit,
    Optional<Accumulation> accumulation,
    Optional<TimeGrain> grain) {
  /** A metric that stands for one period at a time. */
  public Metric(
      String name,
      Optional<String> description,
      List<String> synonyms,
      Formula formula,
      Optional<Formula.Column> time,
      Optional<String> unit) {
    this(name, description, synonyms, formula, time, unit, Optional.empty(), Optional.empty());
  }

  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    synonyms = List.copyOf(synonyms);
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(accumulation, "accumulation");
    Objects.requireNonNull(grain, "grain");
  }
}
