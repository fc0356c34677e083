package dev.alidade.saved;

/** What {@code remove_query} gives. */
public record RemoveQueryOutput(String message) {}
