package dev.alidade.ask.plan;

import java.util.Objects;

/** One column of the answer. */
public record Output(Expression expression, String label) {
  public Output {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(label, "label");
  }
}
