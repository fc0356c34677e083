package dev.alidade.ask.model;

import java.util.Objects;

/** What a model answered: JSON, if it did as it was asked. */
public record ModelReply(String text, Tokens tokens) {
  public ModelReply {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(tokens, "tokens");
  }
}
