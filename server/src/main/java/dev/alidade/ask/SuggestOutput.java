package dev.alidade.ask;

import java.util.List;

/** What {@code suggest_questions} gives. */
public record SuggestOutput(List<Suggestion> suggestions) {
  /** A question that can be answered. */
  public record Suggestion(String source, String question) {}
}
