package dev.alidade.audit;

/** Keeps what was run. */
@FunctionalInterface
public interface QueryHistory {
  /** Keeps one record. */
  void record(QueryRecord entry);
}
