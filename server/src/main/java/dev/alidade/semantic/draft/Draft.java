package dev.alidade.semantic.draft;

import dev.alidade.semantic.SemanticModel;
import java.util.List;
import java.util.Objects;

/**
 * A proposed model.
 *
 * @param notes what a person should look at, a sentence each
 */
public record Draft(SemanticModel model, List<String> notes) {
  public Draft {
    Objects.requireNonNull(model, "model");
    notes = List.copyOf(notes);
  }
}
