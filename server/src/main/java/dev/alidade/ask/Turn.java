package dev.alidade.ask;

import java.util.Objects;

/** An answer and what is remembered of it. */
record Turn(AskOutput answer, Memory memory) {
  Turn {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(memory, "memory");
  }
}
