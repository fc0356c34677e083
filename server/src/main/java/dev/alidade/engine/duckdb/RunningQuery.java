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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A statement that runs on the workers, one batch ahead of its reader, and a few where that reads
 * on. Whoever waits is let go soon after a cancellation, even where the engine does not stop.
 */
final class RunningQuery implements ResultStream {
  private static final System.Logger LOGGER = System.getLogger(RunningQuery.class.getName());
  private static final int FIRST_BATCH = 2_048;
  private static final int LATER_BATCHES = 16_384;
  private static final int MOST_AHEAD = 3;

  private final WorkerPool workers;
  private final EngineQuery query;
  private final QueryErrors errors;
  private final Cancellation cancellation;
  private final Runnable afterwards;
  // Guarded by this, as what follows: the batches in their order, of which the last may be on its
  // way.
  private final Deque<WorkerPool.Running<Optional<Batch>>> ahead = new ArrayDeque<>();
  private int mostAhead;
  private boolean reading;
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
      await(
          submit(
              () -> {
                query.start(parameters);
                return read(FIRST_BATCH);
              }));
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
    Optional<Batch> batch = await(oldest());
    synchronized (this) {
      ahead.remove();
      mostAhead = Math.min(mostAhead + 1, MOST_AHEAD);
      finished = batch.isEmpty() || (releasing && ahead.isEmpty());
    }
    readOn();
    return batch;
  }

  private synchronized WorkerPool.Running<Optional<Batch>> oldest() {
    return ahead.isEmpty() ? submit(() -> read(LATER_BATCHES)) : ahead.element();
  }

  /** Begins the next batch, unless there are enough of them. */
  private synchronized void readOn() {
    if (reading || releasing || finished || ahead.size() >= mostAhead) {
      return;
    }
    try {
      submit(() -> read(LATER_BATCHES));
    } catch (AlidadeException refused) {
      // Whoever asks for the batch begins it then, or is told why not.
      LOGGER.log(System.Logger.Level.DEBUG, "a batch was not read ahead", refused);
    }
  }

  @Override
  public void close() {
    stopping = true;
    if (askForRelease()) {
      releaseNow();
      return;
    }
    last().ifPresent(running -> Interrupts.until(running, query, RunningQuery::cancelled));
  }

  private synchronized Optional<WorkerPool.Running<Optional<Batch>>> last() {
    finished = true;
    return Optional.ofNullable(ahead.peekLast());
  }

  private Optional<Batch> read(int wanted) throws SQLException {
    Optional<Batch> batch = query.read(wanted, () -> stopping);
    if (query.ended() || batch.isEmpty()) {
      askForRelease();
    }
    return batch;
  }

  private synchronized WorkerPool.Running<Optional<Batch>> submit(Callable<Optional<Batch>> step) {
    WorkerPool.Running<Optional<Batch>> running = workers.submit(() -> withQuery(step));
    reading = true;
    ahead.add(running);
    return running;
  }

  private Optional<Batch> withQuery(Callable<Optional<Batch>> step) throws Exception {
    if (!occupy()) {
      throw cancelled();
    }
    Optional<Batch> batch;
    try {
      cancellation.check();
      batch = step.call();
    } catch (SQLException failure) {
      throw cancellation.isCancelled() || stopping ? cancelled() : errors.translate(failure);
    } finally {
      if (vacate()) {
        releaseNow();
      }
    }
    readOn();
    return batch;
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
    reading = false;
    return releasing && !released;
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
