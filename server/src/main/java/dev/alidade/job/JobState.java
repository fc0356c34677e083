package dev.alidade.job;

/** What has become of a job. */
public enum JobState {
  /** It waits for its turn, or runs. */
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  /** The server that ran it has stopped. */
  LOST;

  /** Whether its result can be read. */
  boolean hasResult() {
    return this == DONE;
  }
}
