package dev.alidade.evaluate;

import java.math.BigDecimal;
import java.util.Objects;

/** What a planner used up: tokens that it was sent and that it wrote, and what they cost. */
record Spent(long inputTokens, long outputTokens, BigDecimal cost) {
  /** Planning without a language model costs nothing. */
  static final Spent NOTHING = new Spent(0, 0, BigDecimal.ZERO);

  Spent {
    Objects.requireNonNull(cost, "cost");
  }

  Spent and(Spent other) {
    return new Spent(
        inputTokens + other.inputTokens, outputTokens + other.outputTokens, cost.add(other.cost));
  }
}
