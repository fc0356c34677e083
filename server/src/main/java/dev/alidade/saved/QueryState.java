package dev.alidade.saved;

/** Whether somebody has approved a saved query. */
public enum QueryState {
  /** It waits for somebody who approves it. */
  WAITING,
  APPROVED
}
