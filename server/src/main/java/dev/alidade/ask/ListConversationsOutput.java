package dev.alidade.ask;

import java.util.List;
import java.util.Optional;

/** What {@code list_conversations} gives, the latest first. */
public record ListConversationsOutput(List<ConversationSummary> conversations) {
  /** One conversation. */
  public record ConversationSummary(
      String id, String title, Optional<String> source, String updatedAt, int turns) {}
}
