package dev.alidade.semantic.imports;

import dev.alidade.semantic.SemanticModel;
import java.util.List;
import java.util.Objects;

/** What was taken over of a foreign model, and what was not. */
public record ImportedModel(SemanticModel model, List<LeftOut> left) {
  public ImportedModel {
    Objects.requireNonNull(model, "model");
    left = List.copyOf(left);
  }
}
