package dev.alidade.ask.plan;

/** Where a text is looked for in another. */
public enum TextMatchKind {
  CONTAINS,
  STARTS_WITH,
  ENDS_WITH
}
