package dev.alidade.ask.plan;

import java.util.Objects;

/** Words of the question and what they were taken to mean. */
public record Understood(String words, String meaning) {
  public Understood {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(meaning, "meaning");
  }
}
