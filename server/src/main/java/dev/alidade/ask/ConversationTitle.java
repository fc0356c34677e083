package dev.alidade.ask;

/** A conversation and what it is called. */
public record ConversationTitle(String conversation, String title) {}
