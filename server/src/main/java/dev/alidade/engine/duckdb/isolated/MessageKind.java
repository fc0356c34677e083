package dev.alidade.engine.duckdb.isolated;

/** What a message says; its number is what stands on the wire. */
enum MessageKind {
  /** Worker: the library is loaded. */
  READY,
  /** Server: open a database file. */
  OPEN,
  /** Server: close it. */
  CLOSE,
  /** Worker: done. */
  DONE,
  /** Server: run a statement. */
  RUN,
  /** Server: stop the statement of that number. */
  CANCEL,
  /** Server: the tree of a text. */
  PARSE,
  /** Server: the text of a tree, and the tree of that. */
  PRINT,
  /** Worker: the text or tree that was asked for, or both. */
  TEXT,
  /** Worker: the columns of the result. */
  COLUMNS,
  /** Worker: rows, and more may follow. */
  BATCH,
  /** Worker: the last rows. */
  LAST_BATCH,
  /** Worker: no more rows. */
  END,
  /** Worker: how far the statement is. */
  PROGRESS,
  /** Worker: the engine failed, in its own words. */
  ENGINE_FAILED,
  /** Worker: a failure with a code of ours. */
  REFUSED,
  /** Worker: a failure that nobody expected. */
  BROKEN;

  private static final MessageKind[] ALL = values();

  // Both ends of the wire are of one build, so the order cannot differ.
  @SuppressWarnings("EnumOrdinal")
  byte number() {
    return (byte) ordinal();
  }

  static MessageKind of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalStateException("no message has the number " + number);
    }
    return ALL[number];
  }
}
