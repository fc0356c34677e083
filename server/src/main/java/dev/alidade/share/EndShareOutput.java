package dev.alidade.share;

/** What {@code end_share} gives. */
public record EndShareOutput(String share, boolean ended) {}
