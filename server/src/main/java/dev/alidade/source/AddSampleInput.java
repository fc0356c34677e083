package dev.alidade.source;

/** {@code add_sample} takes nothing. */
public record AddSampleInput() {}
