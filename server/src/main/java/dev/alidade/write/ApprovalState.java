package dev.alidade.write;

/** How far an approval is. */
public enum ApprovalState {
  /** Somebody may approve or refuse it. */
  PENDING,
  /** It was approved and runs, or its process ended while it ran. */
  RUNNING,
  /** It was approved, and its rows are changed. */
  DONE,
  REFUSED,
  /** It was approved and could not be done. */
  FAILED,
  /** Nobody decided in time. */
  EXPIRED
}
