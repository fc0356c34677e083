package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_conversations} takes. */
public record ListConversationsInput(
    @Description("Words that all stand in the title or in one of the questions")
        Optional<String> search) {
  public ListConversationsInput {
    Objects.requireNonNull(search, "search");
  }
}
