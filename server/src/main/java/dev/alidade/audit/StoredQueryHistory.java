package dev.alidade.audit;

import dev.alidade.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The history in our own database, written in batches behind the queries. */
public final class StoredQueryHistory implements QueryHistory, AutoCloseable {
  private static final int LARGEST_BATCH = 1_000;

  private final Database database;
  private final BlockingQueue<QueryRecord> waiting = new ArrayBlockingQueue<>(50_000);
  private final Thread writer;
  private volatile boolean closed;

  /** History kept in {@code database}. */
  public StoredQueryHistory(Database database) {
    this.database = database;
    this.writer = Thread.ofPlatform().daemon().name("history").start(this::writeUntilClosed);
  }

  /** Waits for room rather than lose a record. */
  @Override
  public void record(QueryRecord entry) {
    try {
      waiting.put(entry);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is waiting. */
  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    write(drain());
  }

  private void writeUntilClosed() {
    while (!closed) {
      try {
        List<QueryRecord> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, LARGEST_BATCH);
        write(batch);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private List<QueryRecord> drain() {
    List<QueryRecord> rest = new ArrayList<>();
    waiting.drainTo(rest);
    return rest;
  }

  private void write(List<QueryRecord> entries) {
    if (entries.isEmpty()) {
      return;
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              PreparedBatch batch =
                  handle.prepareBatch(
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
