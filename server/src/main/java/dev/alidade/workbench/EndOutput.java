package dev.alidade.workbench;

/** What {@code end_transaction} gives. */
public record EndOutput(boolean ended) {}
