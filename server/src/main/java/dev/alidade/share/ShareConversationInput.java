package dev.alidade.share;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code share_conversation} takes. */
public record ShareConversationInput(
    @Description("Your conversation's id, or `last`") String conversation,
    @Description("Days until the link ends by itself, at most 366; without it end_share ends it")
        Optional<Integer> days) {
  public ShareConversationInput {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(days, "days");
  }
}
