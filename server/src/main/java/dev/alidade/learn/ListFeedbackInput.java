package dev.alidade.learn;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_feedback} takes. */
public record ListFeedbackInput(
    @Description("Only of this source") Optional<String> source,
    @Description("Only what says this") Optional<Verdict> verdict) {
  public ListFeedbackInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(verdict, "verdict");
  }
}
