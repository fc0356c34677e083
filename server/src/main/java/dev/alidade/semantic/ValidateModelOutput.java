package dev.alidade.semantic;

import dev.alidade.semantic.document.Problem;
import java.util.List;

/** What {@code validate_semantic_model} gives. */
public record ValidateModelOutput(boolean valid, List<Problem> problems) {
  public ValidateModelOutput {
    problems = List.copyOf(problems);
  }
}
