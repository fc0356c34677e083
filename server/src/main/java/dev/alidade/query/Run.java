package dev.alidade.query;

import dev.alidade.admission.Slot;
import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.audit.QueryHistory;
import dev.alidade.audit.QueryRecord;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Deadlines;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.policy.Governed;
import dev.alidade.sql.TableName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One query from the request to its record: its clock, its deadline, what it holds, its outcome.
 */
final class Run {
  private static final Logger LOGGER = System.getLogger(Run.class.getName());
  private static final String PROCESS = RandomId.next("q");
  private static final AtomicLong COUNT = new AtomicLong();

  private final String id = PROCESS + "-" + COUNT.incrementAndGet();
  private final QueryRequest request;
  private final Bounds bounds;
  private final QueryHistory history;
  private final Audit audit;
  private final Clock clock;
  private final Deadlines deadlines;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final Cancellation cancellation = new Cancellation();
  private final Cancellation.Registration callerLeft;
  private volatile boolean timedOut;
  private Optional<Future<?>> deadline = Optional.empty();
  private Optional<Slot> slot = Optional.empty();
  private Optional<Transactions.Use> transaction = Optional.empty();
  private Optional<Governed> governed = Optional.empty();
  private String outcome = AuditEvent.OK;
  private long rows;
  private long bytes;
  private boolean started;
  private boolean ended;
  private boolean finished;

  Run(
      QueryRequest request,
      Bounds bounds,
      QueryHistory history,
      Audit audit,
      Clock clock,
      Deadlines deadlines) {
    this.request = request;
    this.bounds = bounds;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
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

  /** What it did was rolled back. */
  void rolledBack() {
    outcome = AuditEvent.ROLLED_BACK;
  }

  /** It may run. */
  void governed(Governed sql) {
    governed = Optional.of(sql);
  }

  /** It is its turn: the audit knows of it, and it may run from now on, for so long. */
  void admitted(Slot own) {
    slot = Optional.of(own);
    begin();
    startClock();
  }

  /** It is its turn in a transaction. */
  void admitted(Transactions.Use use) {
    transaction = Optional.of(use);
    begin();
    startClock();
  }

  /** It reaches for the data: the audit knows of it before. */
  void begin() {
    if (!started) {
      audit.record(start());
      started = true;
    }
  }

  void delivered(long totalRows, long totalBytes) {
    rows = totalRows;
    bytes = totalBytes;
  }

  /** All rows are read: the audit knows it before the last of them leaves. */
  void end() {
    if (!ended) {
      guard(
          () -> {
            recordEnd();
            return rows;
          });
    }
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
      recordWhatIsLeft();
    }
  }

  private void record() {
    history.record(
        new QueryRecord(
            request.caller().name(),
            request.source(),
            request.sql(),
            governed.map(Governed::recorded),
            outcome,
            rows,
            elapsed(),
            startedAt));
  }

  private AuditEvent start() {
    return new AuditEvent.QueryStarted(
        id,
        startedAt,
        request.caller(),
        request.question(),
        request.source(),
        request.sql(),
        governed.map(Governed::recorded),
        governed.stream().flatMap(sql -> sql.tables().stream()).map(TableName::toString).toList(),
        governed.map(Governed::columns).orElse(List.of()),
        governed.map(Governed::policies).orElse(List.of()));
  }

  /** What never ran has its start and its end written at once. */
  private void recordEnd() {
    AuditEvent end =
        new AuditEvent.QueryEnded(id, clock.instant(), outcome, rows, bytes, elapsed());
    if (started) {
      audit.record(end);
    } else {
      audit.record(start(), end);
    }
    started = true;
    ended = true;
  }

  /** What was refused, failed or was left by its caller; it has its own failure to tell. */
  private void recordWhatIsLeft() {
    try {
      if (!ended) {
        recordEnd();
      }
    } catch (AlidadeException failure) {
      LOGGER.log(Level.ERROR, "The end of query {0} is missing in the audit", id);
    }
  }

  private void startClock() {
    deadline = Optional.of(deadlines.after(bounds.timeout(), this::expire));
  }

  private void expire() {
    timedOut = true;
    cancellation.cancel();
  }

  private AlidadeException translate(AlidadeException failure) {
    if (failure.code() == ErrorCode.QUERY_CANCELLED && timedOut) {
      return bounds.tooLong(request.source(), failure);
    }
    boolean narrowed = governed.map(Governed::isNarrowed).orElse(false);
    return narrowed ? Discretion.of(failure) : failure;
  }
}
