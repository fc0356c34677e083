package dev.alidade.engine;

/**
 * What came of a write.
 *
 * @param rows how many it touched
 * @param kept whether that stays, or was rolled back
 */
public record WriteResult(long rows, boolean kept) {}
