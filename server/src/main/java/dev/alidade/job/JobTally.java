package dev.alidade.job;

/** How much a job has written; asked by other threads while it runs. */
public interface JobTally {
  /** Rows so far. */
  long rows();

  /** Bytes so far of what is kept for the caller in the state folder. */
  long bytes();
}
