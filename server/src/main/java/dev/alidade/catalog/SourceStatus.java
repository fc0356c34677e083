package dev.alidade.catalog;

/** Whether a source answers. */
public enum SourceStatus {
  AVAILABLE,
  UNAVAILABLE
}
