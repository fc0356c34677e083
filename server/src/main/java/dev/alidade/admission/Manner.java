package dev.alidade.admission;

/** How somebody wishes to use a place. */
public enum Manner {
  /** Somebody waits for its end. */
  PROMPT,

  /** Somebody takes what comes of it, for as long as that takes. */
  LASTING,

  /** Nobody waits for it: it comes after everybody else. */
  BACKGROUND
}
