package dev.alidade.catalog;

/** Nothing is asked for. */
public record ListSourcesInput() {}
