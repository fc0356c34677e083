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
import java.util.concurrent.ThreadLocalRandom;
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

  private static final String INSERT =
      """
      INSERT INTO query_history (id, caller, source, submitted_sql, governed_sql, outcome, rows,
        elapsed_ms, started_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

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

  /** Gathers what comes within a moment, and at least one; false when nothing comes after it. */
  private boolean gather(List<QueryRecord> batch) throws InterruptedException {
    Optional<QueryRecord> next = waiting.take();
    if (next.isPresent() && !closed) {
      // To be woken once a moment costs less than once a query.
      Thread.sleep(GATHERING);
    }
    while (next != null && next.isPresent()) {
      batch.add(next.get());
      next = batch.size() < LARGEST_BATCH ? waiting.poll() : null;
    }
    return next == null;
  }

  /** A UUID of version 7: what comes later sorts behind, so that its index grows at its end. */
  private static String nextId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long first = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(first, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
  }

  private static void write(Handle handle, List<QueryRecord> entries) {
    handle.useTransaction(
        open -> {
          PreparedBatch batch = open.prepareBatch(INSERT);
          for (QueryRecord entry : entries) {
            batch.add(
                nextId(),
                entry.caller(),
                entry.source(),
                entry.submittedSql(),
                entry.governedSql().orElse(null),
                entry.outcome(),
                entry.rows(),
                entry.elapsed().toMillis(),
                entry.startedAt().toString());
          }
          batch.execute();
        });
  }
}
