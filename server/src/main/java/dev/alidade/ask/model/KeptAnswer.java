package dev.alidade.ask.model;

import java.time.Instant;
import java.util.Objects;

/** What a model once said, and when. */
record KeptAnswer(String text, Instant at) {
  KeptAnswer {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }
}
