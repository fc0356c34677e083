package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.Transaction;
import java.util.Optional;

/**
 * Statements on one edition of the file: it cannot change, so it is the snapshot. Errors inside do
 * no harm to it.
 */
final class DuckDbTransaction implements Transaction {
  private final Editions editions;
  private final Edition edition;
  private final Statements statements;
  private final Ways ways;
  private Optional<ResultStream> open = Optional.empty();
  private boolean closed;

  /** Keeps the edition, which the caller has entered, until it is closed. */
  DuckDbTransaction(
      Editions editions, Edition edition, Statements statements, Cancellation cancellation) {
    this.editions = editions;
    this.edition = edition;
    this.statements = statements;
    try {
      ways = edition.ways().ofTransaction(cancellation);
    } catch (RuntimeException | Error failure) {
      edition.leave();
      throw failure;
    }
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    if (closed) {
      throw failed("The transaction on `%s` has ended; begin another one");
    }
    if (editions.isOverwritten(edition)) {
      throw failed("The file of `%s` was overwritten during the transaction; begin another one");
    }
    open.ifPresent(ResultStream::close);
    ResultStream result = statements.run(ways, request, () -> {});
    open = Optional.of(result);
    return result;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    open.ifPresent(ResultStream::close);
    ways.end();
    edition.leave();
  }

  private AlidadeException failed(String message) {
    return new AlidadeException(ErrorCode.TRANSACTION_FAILED, message.formatted(editions.source()));
  }
}
