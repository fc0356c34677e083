package dev.alidade.ask;

/** What became of a question. */
public enum AskStatus {
  ANSWERED,
  CLARIFY,
  ABSTAIN
}
