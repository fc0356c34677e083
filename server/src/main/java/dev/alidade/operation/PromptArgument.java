package dev.alidade.operation;

import java.util.Objects;

/** A word that a person fills into a prompt. */
public record PromptArgument(String name, String description, boolean required) {
  public PromptArgument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
  }
}
