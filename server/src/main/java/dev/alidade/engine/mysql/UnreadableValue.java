package dev.alidade.engine.mysql;

import java.sql.SQLDataException;

/** A stored value that its type cannot carry to the caller; the message says what to do. */
final class UnreadableValue extends SQLDataException {
  private static final long serialVersionUID = 1L;

  UnreadableValue(String message, Throwable cause) {
    super(message, "22007", cause);
  }
}
