package dev.alidade.saved;

/** Where a version of a saved query stands. */
public enum VersionState {
  /** It runs. */
  APPROVED,
  /** It waits for somebody who approves it. */
  WAITING,
  /** Another took its place. */
  PAST
}
