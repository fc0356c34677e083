package dev.alidade.ask.converse;

/** What a chip changes. */
public enum ChipKind {
  FILTER,
  GRAIN,
  ORDER,
  LIMIT
}
