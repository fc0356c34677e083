package dev.alidade.ask;

import dev.alidade.operation.Description;

/** What {@code rename_conversation} takes. */
public record RenameConversationInput(
    @Description("The conversation's id") String conversation,
    @Description("Its new title, of 80 characters at most") String title) {}
