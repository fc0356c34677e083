package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code list_conversations} gives, the latest first. */
public record ListConversationsOutput(List<ConversationSummary> conversations) {
  /** One conversation. */
  public record ConversationSummary(
      String id,
      String title,
      Optional<String> source,
      String updatedAt,
      int turns,
      @Description(
              "The first question with the words that were searched for, where the title has them not")
          Optional<String> found) {}
}
