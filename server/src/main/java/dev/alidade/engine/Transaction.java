package dev.alidade.engine;

/**
 * Statements that read one snapshot of a source, on one connection; used by one thread at a time,
 * and one result is open at a time.
 */
public interface Transaction extends AutoCloseable {
  /**
   * Runs a governed statement in the transaction; fails as {@link Engine#execute} does, and with
   * TRANSACTION_FAILED when the engine has given the transaction up.
   */
  ResultStream execute(ExecutionRequest request);

  /** Ends the transaction and gives its connection back; doing so twice does nothing. */
  @Override
  void close();
}
