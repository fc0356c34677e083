package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Transaction;
import java.util.function.Function;

/** A transaction on one connection of a pool. */
final class ServerTransaction implements Transaction {
  private final String source;
  private final StatementRunner runner;
  private final Lease lease;
  private final PooledEnding ending;
  private final Function<ExecutionRequest, BoundText> binding;
  private boolean broken;
  private boolean open;
  private boolean closed;

  ServerTransaction(
      ServerKind kind, String source, Lease lease, Function<ExecutionRequest, BoundText> binding) {
    this.source = source;
    this.runner = new StatementRunner(kind, source);
    this.lease = lease;
    this.ending = new PooledEnding(kind, lease);
    this.binding = binding;
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    request.sql().checkFor(source);
    if (closed || broken) {
      throw failedBefore(null);
    }
    if (open) {
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "The transaction on `%s` still runs a statement; read its result to the end first"
              .formatted(source));
    }
    BoundText bound = binding.apply(request);
    try {
      open = true;
      return runner.start(lease.connection(), request, bound, new StatementEnding());
    } catch (StatementFailure failure) {
      throw failure.isConnectionLost() ? failedBefore(failure) : failure.translated();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ending.failed(broken || open);
  }

  private AlidadeException failedBefore(StatementFailure cause) {
    return new AlidadeException(
        ErrorCode.TRANSACTION_FAILED,
        "The transaction on `%s` has ended with its connection; begin a new one".formatted(source),
        cause);
  }

  private final class StatementEnding implements ServerRows.Ending {
    @Override
    public void ended() {
      open = false;
    }

    @Override
    public void failed(boolean connectionBroken) {
      open = false;
      broken = broken || connectionBroken;
    }
  }
}
