package dev.alidade.policy;

/** What a role binds those who have it to, whatever other roles grant. */
public enum Restraint {
  /** Their writes wait until somebody else approves them. */
  WRITES_NEED_APPROVAL
}
