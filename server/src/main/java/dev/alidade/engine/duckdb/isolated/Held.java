package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A worker that a transaction keeps, for one statement after the other. */
public final class Held implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final String source;
  private final Lease lease;
  private final Semaphore statement = new Semaphore(1);
  private boolean fit = true;
  private boolean ended;

  Held(String source, Lease lease) {
    this.source = source;
    this.lease = lease;
  }

  /** The next statement, which begins when the one before is over. */
  public EngineQuery query(String text, ParameterNames names, Cancellation cancellation) {
    cancellation.check();
    try {
      if (!statement.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw failed("The statement before does not end; begin another transaction on `%s`", null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed("The request to `%s` was interrupted before it was done", interrupted);
    }
    try {
      renewIfLost();
      return new IsolatedQuery(source, new Turn(), text, names);
    } catch (Replaced replaced) {
      statement.release();
      throw failed(
          "The worker of the transaction was lost, and another file of `%s` has taken the place of"
              + " the one that it read; begin another one",
          replaced);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      ended = true;
    }
    lease.leaving();
    if (statement.tryAcquire()) {
      lease.free(isFit());
    }
  }

  private synchronized boolean isFit() {
    return fit;
  }

  private synchronized void renewIfLost() {
    if (!fit || !lease.worker().isAlive()) {
      lease.renew();
      fit = true;
    }
  }

  private AlidadeException failed(String message, Exception cause) {
    return new AlidadeException(ErrorCode.TRANSACTION_FAILED, message.formatted(source), cause);
  }

  /** One statement's turn. */
  private final class Turn implements Berth {
    @Override
    public Worker worker() {
      return lease.worker();
    }

    @Override
    public void renew() {
      lease.renew();
    }

    @Override
    public void leaving() {
      // The transaction goes on.
    }

    @Override
    public void free(boolean isFit) {
      boolean last;
      synchronized (Held.this) {
        fit = isFit;
        last = ended;
      }
      if (last) {
        lease.free(isFit);
        return;
      }
      statement.release();
    }
  }
}
