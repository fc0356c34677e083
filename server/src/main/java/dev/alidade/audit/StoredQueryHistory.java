package dev.alidade.audit;

import dev.alidade.store.Database;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The history in our own database, written in batches behind the queries. */
public final class StoredQueryHistory implements QueryHistory, AutoCloseable {
  private static final int LARGEST_BATCH = 1_000;
  private static final Logger LOGGER = System.getLogger(StoredQueryHistory.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GATHERING = Duration.ofMillis(20);

  private final Database database;
  private final BlockingQueue<QueryRecord> waiting = new ArrayBlockingQueue<>(50_000);
  private final Thread writer;

  /** History kept in {@code database}. */
  public StoredQueryHistory(Database database) {
    this.database = database;
    this.writer = Thread.ofPlatform().daemon().name("history").start(this::writeUntilClosed);
  }

  /** Waits a while for room; a history that cannot be written must not stop the answers. */
  @Override
  public void record(QueryRecord entry) {
    try {
      if (!waiting.offer(entry, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(Level.ERROR, "A query is missing from the history: it cannot be written");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is waiting. */
  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    database.jdbi().useHandle(handle -> write(handle, drain()));
  }

  private void writeUntilClosed() {
    try {
      QueryRecord first = waiting.take();
      while (true) {
        first = writeUntilFailure(first);
        Thread.sleep(PATIENCE);
      }
    } catch (InterruptedException closing) {
      return;
    }
  }

  /** Writes what comes; gives the first record that could not be written. */
  private QueryRecord writeUntilFailure(QueryRecord first) throws InterruptedException {
    List<QueryRecord> batch = new ArrayList<>(List.of(first));
    // Opening our own database costs more than writing to it, so it stays open from here on.
    try (Handle handle = database.jdbi().open()) {
      while (true) {
        waiting.drainTo(batch, LARGEST_BATCH);
        write(handle, batch);
        batch.clear();
        batch.add(waiting.take());
        // Under load a moment's wait makes one transaction of many records.
        Thread.sleep(GATHERING);
      }
    } catch (JdbiException failure) {
      LOGGER.log(Level.ERROR, "The query history cannot be written; trying again", failure);
      batch.subList(1, batch.size()).forEach(waiting::offer);
      return batch.getFirst();
    } catch (InterruptedException closing) {
      batch.forEach(waiting::offer);
      throw closing;
    }
  }

  private List<QueryRecord> drain() {
    List<QueryRecord> rest = new ArrayList<>();
    waiting.drainTo(rest);
    return rest;
  }

  private static void write(Handle handle, List<QueryRecord> entries) {
    if (entries.isEmpty()) {
      return;
    }
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
