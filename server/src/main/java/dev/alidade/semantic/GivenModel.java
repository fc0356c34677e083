package dev.alidade.semantic;

import java.util.Objects;

/**
 * A model that stands outside the store.
 *
 * @param file what people call the text
 * @param fixed whether it is changed where it stands and not by operations
 */
public record GivenModel(String file, String text, SemanticModel model, boolean fixed) {
  public GivenModel {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(model, "model");
  }
}
