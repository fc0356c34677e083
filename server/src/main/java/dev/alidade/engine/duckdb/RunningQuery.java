package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.duckdb.run.EngineQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A statement that runs on the workers, one batch ahead of its reader. Whoever waits is let go soon
 * after a cancellation, even where the engine does not stop.
 */
final class RunningQuery implements ResultStream {
  private static final int FIRST_BATCH = 2_048;
  private static final int LATER_BATCHES = 16_384;

  private final WorkerPool workers;
  private final EngineQuery query;
  private final QueryErrors errors;
  private final Cancellation cancellation;
  private final Runnable afterwards;
  private Optional<WorkerPool.Running<Optional<Batch>>> ahead = Optional.empty();
  private boolean finished;
  private boolean busy;
  private boolean releasing;
  private boolean released;
  private volatile boolean stopping;

  RunningQuery(
      WorkerPool workers,
      EngineQuery query,
      QueryErrors errors,
      Cancellation cancellation,
      Runnable afterwards) {
    this.workers = workers;
    this.query = query;
    this.errors = errors;
    this.cancellation = cancellation;
    this.afterwards = afterwards;
  }

  /** Runs the statement up to its first batch. */
  RunningQuery start(Parameters parameters) {
    try {
      WorkerPool.Running<Optional<Batch>> first =
          submit(
              () -> {
                query.start(parameters);
                return read(FIRST_BATCH);
              });
      await(first);
      ahead = Optional.of(first);
      return this;
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  @Override
  public List<ResultColumn> columns() {
    return query.columns();
  }

  @Override
  public Optional<Batch> next() {
    if (finished) {
      return Optional.empty();
    }
    cancellation.check();
    Optional<Batch> batch = await(ahead.orElseGet(() -> submit(() -> read(LATER_BATCHES))));
    finished = batch.isEmpty() || isReleased();
    ahead = finished ? Optional.empty() : Optional.of(submit(() -> read(LATER_BATCHES)));
    return batch;
  }

  @Override
  public void close() {
    finished = true;
    stopping = true;
    if (askForRelease()) {
      releaseNow();
      return;
    }
    ahead.ifPresent(running -> Interrupts.until(running, query, RunningQuery::cancelled));
  }

  private Optional<Batch> read(int wanted) throws SQLException {
    Optional<Batch> batch = query.read(wanted, () -> stopping);
    if (query.ended() || batch.isEmpty()) {
      askForRelease();
    }
    return batch;
  }

  private WorkerPool.Running<Optional<Batch>> submit(Callable<Optional<Batch>> step) {
    return workers.submit(() -> withQuery(step));
  }

  private <T> T withQuery(Callable<T> step) throws Exception {
    if (!occupy()) {
      throw cancelled();
    }
    try {
      cancellation.check();
      return step.call();
    } catch (SQLException failure) {
      throw cancellation.isCancelled() || stopping ? cancelled() : errors.translate(failure);
    } finally {
      if (vacate()) {
        releaseNow();
      }
    }
  }

  private <T> T await(WorkerPool.Running<T> running) {
    Cancellation.Registration registration =
        cancellation.onCancel(
            () -> {
              stopping = true;
              Interrupts.until(running, query, RunningQuery::cancelled);
            });
    try {
      T outcome = running.job().await();
      cancellation.check();
      return outcome;
    } finally {
      registration.close();
    }
  }

  /** Whether the resources may be released by the caller, here and now. */
  private synchronized boolean askForRelease() {
    releasing = true;
    return !busy && !released;
  }

  private synchronized boolean occupy() {
    if (releasing) {
      return false;
    }
    busy = true;
    return true;
  }

  private synchronized boolean vacate() {
    busy = false;
    return releasing && !released;
  }

  private synchronized boolean isReleased() {
    return released;
  }

  private void releaseNow() {
    synchronized (this) {
      if (released) {
        return;
      }
      released = true;
    }
    query.release();
    afterwards.run();
  }

  private static AlidadeException cancelled() {
    return new AlidadeException(
        ErrorCode.QUERY_CANCELLED, "The query was cancelled before it was done");
  }
}
