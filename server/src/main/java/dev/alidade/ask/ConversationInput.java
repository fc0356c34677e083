package dev.alidade.ask;

import dev.alidade.operation.Description;

/** Names a conversation. */
public record ConversationInput(@Description("The conversation's id") String conversation) {}
