package dev.alidade.learn;

/** What became of a proposal. */
public enum ProposalState {
  PENDING,
  APPROVED,
  REJECTED
}
