package dev.alidade.ask.plan;

import java.util.Objects;

/** Rows of two plans with the same outputs, combined as sets. */
public record SetPlan(SetOperator operator, Plan left, Plan right, Words words) implements Plan {
  public SetPlan {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(words, "words");
  }
}
