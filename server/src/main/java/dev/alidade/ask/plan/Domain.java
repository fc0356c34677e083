package dev.alidade.ask.plan;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.semantic.SemanticModel;
import java.util.Objects;

/** All that a planner may know of a source: what it holds, and what that means. */
public record Domain(SourceKnowledge knowledge, SemanticModel model) {
  public Domain {
    Objects.requireNonNull(knowledge, "knowledge");
    Objects.requireNonNull(model, "model");
  }

  /** A source that nobody has said the meaning of. */
  public static Domain of(SourceKnowledge knowledge) {
    return new Domain(knowledge, SemanticModel.NONE);
  }
}
