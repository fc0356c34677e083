package dev.alidade.ask.model;

/** What of a source may be sent to a model. */
public enum Share {
  /** Names, types, keys, and values that the caller may see. */
  VALUES,
  /** Names, types and keys. */
  SCHEMA,
  /** Nothing: the model is not asked about the source. */
  NOTHING
}
