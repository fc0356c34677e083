package dev.alidade.engine;

/** What engines differ in; what an engine does not declare fails there with NOT_SUPPORTED. */
public enum Capability {
  NAMED_PARAMETERS,
  EXPLAIN,
  /** A plan can be measured: the statement runs, and each step tells its rows and its time. */
  MEASURED_PLANS,
  SCHEMAS,
  VIEWS,
  COMMENTS,
  FOREIGN_KEYS,
  CANCEL,
  EXACT_DECIMAL,
  ZONED_TIMESTAMP,
  NESTED_TYPES,
  PRINTED_SQL,
  FULL_OUTER_JOIN,
  PRIMARY_KEYS,
  ERROR_POSITION,
  STATISTICS,
  TRANSACTIONS,
  PROGRESS,
  CATALOG_VERSION,
  /** Whether a statement would give the same rows is told without asking anybody. */
  FRESH_AT_ONCE,
  /** Rows can be changed, in a transaction that can be rolled back; where a source allows it. */
  WRITES,
  /** Accounts can be made for which the database itself shows only what may be seen. */
  PROVISIONING
}
