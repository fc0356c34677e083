package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;

/** A statement that failed before its first row, and whether its connection is gone. */
final class StatementFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final AlidadeException translated;
  private final boolean connectionLost;

  StatementFailure(AlidadeException translated, boolean connectionLost) {
    super(translated);
    this.translated = translated;
    this.connectionLost = connectionLost;
  }

  /** What the caller is told. */
  AlidadeException translated() {
    return translated;
  }

  /** Whether another connection may do better. */
  boolean isConnectionLost() {
    return connectionLost;
  }
}
