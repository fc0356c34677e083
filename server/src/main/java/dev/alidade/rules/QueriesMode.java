package dev.alidade.rules;

/** Which statements those who have a role may run. */
public enum QueriesMode {
  /** Whatever the gate and the rules let pass. */
  ANY,
  /** Those of approved queries only. */
  APPROVED
}
