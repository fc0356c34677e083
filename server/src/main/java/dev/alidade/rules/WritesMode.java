package dev.alidade.rules;

/** What becomes of the writes of those who have a role. */
public enum WritesMode {
  /** They run. */
  DIRECT,
  /** They wait until somebody else approves them. */
  APPROVE
}
