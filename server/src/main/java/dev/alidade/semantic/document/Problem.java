package dev.alidade.semantic.document;

import java.util.Objects;

/** Something wrong with a text, at a line and column that count from 1. */
public record Problem(int line, int column, String message) {
  public Problem {
    Objects.requireNonNull(message, "message");
  }
}
