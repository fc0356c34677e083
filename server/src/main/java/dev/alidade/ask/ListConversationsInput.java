package dev.alidade.ask;

/** What {@code list_conversations} takes: nothing. */
public record ListConversationsInput() {}
