package dev.alidade.bench.report;

import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.Spread;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that was measured, and what was measured beside it in the same run.
 *
 * @param part of the bench, by which it can be run alone
 * @param refused the share of calls that got an error
 */
public record Line(
    String part,
    String name,
    Unit unit,
    double value,
    Optional<Spread> spread,
    double refused,
    Optional<Beside> beside,
    Optional<Goal> goal) {
  /** The same work of another, in the same unit. */
  public record Beside(String name, double value) {}

  public Line {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(spread, "spread");
    Objects.requireNonNull(beside, "beside");
    Objects.requireNonNull(goal, "goal");
  }

  /** A value alone. */
  public static Line of(String part, String name, Unit unit, double value) {
    return new Line(
        part, name, unit, value, Optional.empty(), 0, Optional.empty(), Optional.empty());
  }

  /** A rate of calls, with how long they took. */
  public static Line of(String part, String name, Measurement measured) {
    return new Line(
        part,
        name,
        Unit.CALLS_PER_SECOND,
        measured.perSecond(),
        Optional.of(measured.spread()),
        measured.refused(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same line with how long the calls took. */
  public Line spreading(Spread times) {
    return new Line(part, name, unit, value, Optional.of(times), refused, beside, goal);
  }

  /** The same line beside another's work. */
  public Line beside(String other, double itsValue) {
    return new Line(
        part, name, unit, value, spread, refused, Optional.of(new Beside(other, itsValue)), goal);
  }

  /** The same line with a goal. */
  public Line aiming(Goal aim) {
    return new Line(part, name, unit, value, spread, refused, beside, Optional.of(aim));
  }

  /** How many times the value is of what stands beside it. */
  public Optional<Double> ratio() {
    return beside.map(other -> value / other.value());
  }

  /** Whether the goal is kept; empty where there is none. */
  public Optional<Boolean> met() {
    return goal.map(this::keeps);
  }

  private boolean keeps(Goal aim) {
    return switch (aim) {
      case Goal.OfValue ofValue -> unit.keeps(value, ofValue.bound());
      case Goal.OfRatio ofRatio -> unit.keeps(ratio().orElseThrow(), ofRatio.bound());
    };
  }

  /** By what the same line of another run is found. */
  String key() {
    return name + beside.map(other -> " / " + other.name()).orElse("");
  }
}
