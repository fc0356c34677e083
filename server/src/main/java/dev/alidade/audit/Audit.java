package dev.alidade.audit;

/** The record of who asked, what ran, what changed and who came in; nothing in it is altered. */
@FunctionalInterface
public interface Audit {
  /**
   * Writes one event and returns when a kill of the process no longer loses it; fails with
   * AUDIT_UNAVAILABLE, and then what it announces must not happen.
   */
  void record(AuditEvent event);

  /** Writes two events that belong together, in this order: both, or none. */
  default void record(AuditEvent first, AuditEvent second) {
    record(first);
    record(second);
  }
}
