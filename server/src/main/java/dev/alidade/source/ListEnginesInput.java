package dev.alidade.source;

/** Nothing is asked for. */
public record ListEnginesInput() {}
