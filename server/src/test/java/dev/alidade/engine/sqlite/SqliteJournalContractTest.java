package dev.alidade.engine.sqlite;

/** A file without a write-ahead log keeps the contract too, but has no transactions. */
class SqliteJournalContractTest extends SqliteContractTest {
  @Override
  boolean logged() {
    return false;
  }
}
