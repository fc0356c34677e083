package dev.alidade.learn;

/** What can be learned. */
public enum ProposalKind {
  /** Other words for something of a source; approved, it is a part of the semantic model. */
  SYNONYM,
  /** A question with its answer; approved, it answers first. */
  VERIFIED_QUESTION
}
