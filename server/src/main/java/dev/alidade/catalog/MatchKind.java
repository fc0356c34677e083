package dev.alidade.catalog;

/** What a match is. */
public enum MatchKind {
  TABLE,
  COLUMN,
  VALUE
}
