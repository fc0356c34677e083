package dev.alidade.ask.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be spent on a model on one day (UTC).
 *
 * @param day by all callers together
 * @param caller by each of them
 */
public record Cap(Optional<BigDecimal> day, Optional<BigDecimal> caller) {
  /** Whatever is asked for. */
  public static final Cap NONE = new Cap(Optional.empty(), Optional.empty());

  public Cap {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(caller, "caller");
  }
}
