package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.engine.Batch;
import dev.alidade.query.spool.SpoolReader;
import dev.alidade.query.spool.SpoolWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one result behind its first page, in a file of ours, so that its connection is soon
 * free and its pages are those of one moment.
 */
final class KeptResult implements AutoCloseable {
  private final FileChannel file;
  private final SpoolWriter rows;
  private final long firstRow;
  private final String sql;
  private final Cancellation stop;
  private Optional<AlidadeException> failure = Optional.empty();
  private boolean ended;

  /** Keeps what comes behind the first {@code firstRow} rows. */
  KeptResult(FileChannel file, GovernedResult result, long firstRow, Cancellation stop)
      throws IOException {
    this.file = file;
    this.rows = new SpoolWriter(file, result.columns());
    this.firstRow = firstRow;
    this.sql = result.sql().shown();
    this.stop = stop;
  }

  /** Writes the rest of the result, up to so many bytes, and closes it. */
  void fill(GovernedResult result, PageBuilder.Rest rest, long mostBytes) {
    try (result) {
      write(rest.batch(), rest.from());
      for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
        if (rows.bytes() > mostBytes) {
          throw new AlidadeException(
              ErrorCode.RESULT_TOO_LARGE,
              "Only the first %,d rows are kept for paging; ask for all as text/csv, or submit the query as a job"
                  .formatted(firstRow + rows.rows()));
        }
        write(next.get(), 0);
      }
      end(result.shortage());
    } catch (AlidadeException stopped) {
      end(Optional.of(stopped));
    } catch (IOException | UncheckedIOException unwritable) {
      end(
          Optional.of(
              new AlidadeException(
                  ErrorCode.CURSOR_INVALID,
                  "The rest of the result could not be kept; ask for all as text/csv",
                  unwritable)));
    } catch (RuntimeException unexpected) {
      end(
          Optional.of(
              new AlidadeException(
                  ErrorCode.INTERNAL, "The rest of the result could not be read", unexpected)));
    }
  }

  /** Up to a page of rows from {@code offset} on, as soon as they are there. */
  Rows page(long offset, PageSize size, Cancellation cancellation) {
    long startedAt = System.nanoTime();
    long last = await(offset - firstRow + size.rows(), cancellation);
    long from = offset - firstRow;
    if (from >= last && failure().isPresent()) {
      throw failure().get();
    }
    try (SpoolReader reader = SpoolReader.open(file, from, last)) {
      List<ColumnLabel> columns = ColumnLabel.of(reader.columns());
      PageBuilder page =
          new PageBuilder(columns.size(), size.rowsOf(columns.size()), size.characters());
      page.fill(reader);
      boolean more = from + page.rows().size() < rows.rows() || !isComplete();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
      return new Rows(columns, page.rows(), more, sql, elapsed);
    }
  }

  /** Whether any row begins at {@code offset}; the last page was the last one. */
  boolean has(long offset) {
    return offset >= firstRow && offset - firstRow <= rows.rows();
  }

  @Override
  public void close() {
    stop.cancel();
    try {
      file.close();
    } catch (IOException ignored) {
      // The file has no name any more, so nothing is left of it.
    }
  }

  private void write(Batch batch, int from) throws IOException {
    rows.add(batch, from);
    synchronized (this) {
      notifyAll();
    }
  }

  private synchronized void end(Optional<AlidadeException> why) {
    failure = why;
    ended = true;
    notifyAll();
  }

  private synchronized Optional<AlidadeException> failure() {
    return failure;
  }

  private synchronized boolean isComplete() {
    return ended && failure.isEmpty();
  }

  /** Waits until so many rows and one more are there, or no more come; gives how many to read. */
  private long await(long wanted, Cancellation cancellation) {
    Cancellation.Registration registration = cancellation.onCancel(this::wakeUp);
    try {
      synchronized (this) {
        while (!ended && rows.rows() <= wanted && !cancellation.isCancelled()) {
          wait();
        }
      }
      cancellation.check();
      return Math.min(wanted, rows.rows());
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", gone);
    } finally {
      registration.close();
    }
  }

  private synchronized void wakeUp() {
    notifyAll();
  }
}
