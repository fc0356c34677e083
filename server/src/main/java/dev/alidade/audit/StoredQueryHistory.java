package dev.alidade.audit;

import dev.alidade.store.Database;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The history in our own database, written in batches behind the queries. */
public final class StoredQueryHistory implements QueryHistory, AutoCloseable {
  private static final Logger LOGGER = System.getLogger(StoredQueryHistory.class.getName());
  private static final int LARGEST_BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GATHERING = Duration.ofMillis(20);

  private final Database database;
  // The empty one is the last: an interrupt could be lost in the libraries below.
  private final BlockingQueue<Optional<QueryRecord>> waiting = new ArrayBlockingQueue<>(50_000);
  private final Thread writer;
  private volatile boolean closed;

  /** History kept in {@code database}. */
  public StoredQueryHistory(Database database) {
    this.database = database;
    this.writer = Thread.ofPlatform().daemon().name("history").start(this::writeUntilClosed);
  }

  /** Waits a while for room; a history that cannot be written must not stop the answers. */
  @Override
  public void record(QueryRecord entry) {
    try {
      if (!waiting.offer(Optional.of(entry), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(Level.ERROR, "A query is missing from the history: it cannot be written");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is waiting. */
  @Override
  public void close() {
    closed = true;
    try {
      waiting.put(Optional.empty());
      writer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilClosed() {
    List<QueryRecord> batch = new ArrayList<>();
    try {
      boolean more = gather(batch);
      while (more || !batch.isEmpty()) {
        // Opening our own database costs more than writing to it, so it stays open from here on.
        try (Handle handle = database.jdbi().open()) {
          while (!batch.isEmpty()) {
            write(handle, batch);
            batch.clear();
            more = more && gather(batch);
          }
        } catch (JdbiException failure) {
          LOGGER.log(Level.ERROR, "The query history cannot be written; trying again", failure);
          if (closed) {
            return;
          }
          Thread.sleep(PATIENCE);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a record and takes those that follow closely; false after the last one. */
  private boolean gather(List<QueryRecord> batch) throws InterruptedException {
    Optional<QueryRecord> next = waiting.take();
    while (next != null && next.isPresent()) {
      batch.add(next.get());
      if (batch.size() == LARGEST_BATCH) {
        return true;
      }
      next = waiting.poll(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
    return next == null;
  }

  private static void write(Handle handle, List<QueryRecord> entries) {
    handle.useTransaction(
        open -> {
          PreparedBatch batch =
              open.prepareBatch(
                  """
                  INSERT INTO query_history (id, caller, source, submitted_sql, governed_sql,
                    outcome, rows, elapsed_ms, started_at)
                  VALUES (:id, :caller, :source, :submitted, :governed, :outcome, :rows,
                    :elapsed, :started)
                  """);
          for (QueryRecord entry : entries) {
            batch
                .bind("id", UUID.randomUUID().toString())
                .bind("caller", entry.caller())
                .bind("source", entry.source())
                .bind("submitted", entry.submittedSql())
                .bind("governed", entry.governedSql().orElse(null))
                .bind("outcome", entry.outcome())
                .bind("rows", entry.rows())
                .bind("elapsed", entry.elapsed().toMillis())
                .bind("started", entry.startedAt().toString())
                .add();
          }
          batch.execute();
        });
  }
}
