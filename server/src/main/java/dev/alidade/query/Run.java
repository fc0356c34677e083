package dev.alidade.query;

import dev.alidade.audit.QueryHistory;
import dev.alidade.audit.QueryRecord;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Deadlines;
import dev.alidade.base.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * One query from the request to its record: its clock, its deadline, what it holds, its outcome.
 */
final class Run {
  private final QueryRequest request;
  private final QueryHistory history;
  private final Deadlines deadlines;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final Cancellation cancellation = new Cancellation();
  private final Cancellation.Registration callerLeft;
  private volatile boolean timedOut;
  private Optional<Future<?>> deadline = Optional.empty();
  private Optional<Slot> slot = Optional.empty();
  private Optional<Transactions.Use> transaction = Optional.empty();
  private Optional<String> governedSql = Optional.empty();
  private String outcome = "ok";
  private long rows;
  private boolean finished;

  Run(QueryRequest request, QueryHistory history, Clock clock, Deadlines deadlines) {
    this.request = request;
    this.history = history;
    this.deadlines = deadlines;
    this.startedAt = clock.instant();
    this.callerLeft = request.cancellation().onCancel(cancellation::cancel);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  void governed(String sql) {
    governedSql = Optional.of(sql);
  }

  /** It is its turn: it may run from now on, for so long. */
  void admitted(Slot own) {
    slot = Optional.of(own);
    startClock();
  }

  /** It is its turn in a transaction. */
  void admitted(Transactions.Use use) {
    transaction = Optional.of(use);
    startClock();
  }

  void delivered(long total) {
    rows = total;
  }

  /**
   * Does one step; a failure becomes the outcome, and the deadline's own name where it is the
   * cause.
   */
  <T> T guard(Supplier<T> step) {
    try {
      cancellation.check();
      return step.get();
    } catch (AlidadeException failure) {
      AlidadeException translated = translate(failure);
      outcome = translated.code().name();
      throw translated;
    } catch (RuntimeException | Error failure) {
      outcome = ErrorCode.INTERNAL.name();
      throw failure;
    }
  }

  void finish() {
    if (finished) {
      return;
    }
    finished = true;
    deadline.ifPresent(running -> running.cancel(false));
    callerLeft.close();
    boolean lost = outcome.equals(ErrorCode.TRANSACTION_FAILED.name());
    try {
      transaction.ifPresent(use -> use.give(lost));
    } finally {
      slot.ifPresent(Slot::close);
      record();
    }
  }

  private void record() {
    history.record(
        new QueryRecord(
            request.caller().name(),
            request.source(),
            request.sql(),
            governedSql,
            outcome,
            rows,
            elapsed(),
            startedAt));
  }

  private void startClock() {
    deadline = Optional.of(deadlines.after(request.limits().timeout(), this::expire));
  }

  private void expire() {
    timedOut = true;
    cancellation.cancel();
  }

  private AlidadeException translate(AlidadeException failure) {
    if (failure.code() == ErrorCode.QUERY_CANCELLED && timedOut) {
      return new AlidadeException(
          ErrorCode.QUERY_TIMEOUT,
          "The query on `%s` was stopped after %d s; filter or aggregate more, or ask for fewer rows"
              .formatted(request.source(), request.limits().timeout().toSeconds()),
          failure);
    }
    return failure;
  }
}
