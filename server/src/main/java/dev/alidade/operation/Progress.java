package dev.alidade.operation;

import java.util.Objects;

/** A step that an operation has reached; {@code detail} is a record or map that JSON can hold. */
public record Progress(String step, Object detail) {
  public Progress {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(detail, "detail");
  }
}
