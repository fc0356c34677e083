package dev.alidade.learn;

import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Optional;

/** What {@code list_feedback} gives: the latest first. */
public record ListFeedbackOutput(List<Item> feedback) {
  /** One caller's word on one answer. */
  public record Item(
      @Headline(1) Verdict verdict,
      @Headline(2) String question,
      @Headline(3) Optional<String> note,
      @Headline(4) String caller,
      @Headline(5) String givenAt,
      Optional<String> source,
      Optional<String> sql,
      String turn) {}

  public ListFeedbackOutput {
    feedback = List.copyOf(feedback);
  }
}
