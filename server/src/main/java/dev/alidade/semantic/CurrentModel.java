package dev.alidade.semantic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for a source now.
 *
 * @param text the YAML; empty where there is no model
 * @param model what could be read of it
 * @param version the latest version in the store; 0 where there is none
 * @param file where it stands, where it does not stand in the store
 * @param fixed whether it is changed there and not by operations
 * @param problems what cannot be read of it any more
 */
record CurrentModel(
    String text,
    SemanticModel model,
    int version,
    Optional<String> file,
    boolean fixed,
    List<String> problems) {
  CurrentModel {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    problems = List.copyOf(problems);
  }

  static CurrentModel none(int version) {
    return new CurrentModel("", SemanticModel.NONE, version, Optional.empty(), false, List.of());
  }

  boolean isNone() {
    return text.isEmpty();
  }
}
