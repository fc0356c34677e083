package dev.alidade.ask;

import dev.alidade.operation.Description;

/** What {@code delete_conversation} gives. */
public record DeleteConversationOutput(
    boolean deleted,
    @Description("Until when restore_conversation brings it back") String restorableUntil) {}
