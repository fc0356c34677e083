package dev.alidade.workbench;

/** What became of one of several statements. */
public enum StatementState {
  DONE,
  FAILED,
  SKIPPED
}
