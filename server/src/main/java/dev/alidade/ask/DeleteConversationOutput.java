package dev.alidade.ask;

/** What {@code delete_conversation} gives. */
public record DeleteConversationOutput(boolean deleted) {}
