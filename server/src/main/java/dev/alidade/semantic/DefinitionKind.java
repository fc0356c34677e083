package dev.alidade.semantic;

/** What a semantic model is made of. */
public enum DefinitionKind {
  MODEL,
  DATASET,
  FIELD,
  RELATIONSHIP,
  METRIC,
  TERM,
  QUESTION
}
