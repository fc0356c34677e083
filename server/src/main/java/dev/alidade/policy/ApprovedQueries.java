package dev.alidade.policy;

/** Knows the statements that somebody approved. */
@FunctionalInterface
public interface ApprovedQueries {
  /** No statement is approved. */
  ApprovedQueries NONE = (source, sql) -> false;

  /** Whether exactly this text is the one of an approved query of the source. */
  boolean contains(String source, String sql);
}
