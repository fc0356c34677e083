package dev.alidade.policy;

import java.util.Locale;

/** What a role, or one caller, may be allowed only so much of. */
public enum LimitKind {
  /** Calls of operations in any 60 seconds. */
  REQUESTS_PER_MINUTE("calls a minute"),
  /** Queries that run at once, transactions and jobs among them. */
  CONCURRENT_QUERIES("queries at once"),
  /** Rows of one result. */
  ROWS("rows a result"),
  /** Bytes of one result, counted as the audit counts them. */
  BYTES("bytes a result"),
  /** Seconds that one query runs. */
  SECONDS("seconds a query"),
  /** Rows that the engine expects all steps of one query to make together. */
  COST("estimated rows in all steps of a query, where the engine estimates");

  private final String words;

  LimitKind(String words) {
    this.words = words;
  }

  /** What is counted, for people. */
  public String words() {
    return words;
  }

  /** Its name in the configuration. */
  public String setting() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
