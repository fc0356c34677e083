package dev.alidade.ask;

import java.util.List;

/** What {@code get_conversation} gives, the first turn first. */
public record ConversationOutput(String id, String title, List<Turn> turns) {
  /** A question and its answer. */
  public record Turn(String id, String question, AskOutput answer, String createdAt) {}
}
