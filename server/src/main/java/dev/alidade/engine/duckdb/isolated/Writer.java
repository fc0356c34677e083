package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A worker that has a file open for one write. What it has not committed when it is closed never
 * happened; and no other worker ever goes on with it.
 */
public final class Writer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final String source;
  private final Lease lease;
  private final Semaphore statement = new Semaphore(1);
  private volatile boolean fit = true;

  Writer(String source, Lease lease) {
    this.source = source;
    this.lease = lease;
  }

  /** The next statement, when the one before is over. */
  public EngineQuery query(String text, ParameterNames names, Cancellation cancellation) {
    cancellation.check();
    if (!fit || !statement.tryAcquire()) {
      throw lost();
    }
    return new IsolatedQuery(source, new Turn(), text, names);
  }

  /** Closes the file, be it by ending the worker, and returns when it is closed. */
  @Override
  public void close() {
    try {
      if (!statement.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        lease.worker().kill(Ending.STUBBORN);
        fit = false;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      fit = false;
    }
    boolean closed = fit && Crew.closesItsFile(lease.worker());
    lease.free(closed);
    if (!closed) {
      lease.worker().awaitEnd();
    }
  }

  private AlidadeException lost() {
    return new AlidadeException(
        ErrorCode.ENGINE_FAILED,
        "The worker that wrote to `%s` was lost, and with it what was not kept yet; try again"
            .formatted(source));
  }

  /** One statement's turn. */
  private final class Turn implements Berth {
    @Override
    public Worker worker() {
      return lease.worker();
    }

    // Another worker knows nothing of the transaction: there the change would stay at once.
    @Override
    public void renew() {
      throw lost();
    }

    @Override
    public void leaving() {
      // The file is still open.
    }

    @Override
    public void free(boolean isFit) {
      fit &= isFit;
      statement.release();
    }
  }
}
