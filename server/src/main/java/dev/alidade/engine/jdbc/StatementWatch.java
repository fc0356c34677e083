package dev.alidade.engine.jdbc;

import dev.alidade.base.Cancellation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a running statement when it is cancelled: asks the server first, and closes the connection
 * under it where the server does not answer.
 */
final class StatementWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ServerKind kind;
  private final Connection connection;
  private final CountDownLatch done = new CountDownLatch(1);
  private Cancellation.Registration registration = () -> {};
  private volatile boolean cancelled;
  private volatile boolean aborted;

  StatementWatch(ServerKind kind, Connection connection) {
    this.kind = kind;
    this.connection = connection;
  }

  /** Begins to watch; a request that is cancelled already stops at once. */
  void watch(Statement statement, Cancellation cancellation) {
    registration = cancellation.onCancel(() -> cancel(statement));
    cancellation.check();
  }

  /** Whether the statement was told to stop; the server may still be about to hear of it. */
  boolean isCancelled() {
    return cancelled;
  }

  /** Whether the server had to be left because it did not stop. */
  boolean isAborted() {
    return aborted;
  }

  /** The statement has ended. */
  @Override
  public void close() {
    done.countDown();
    registration.close();
  }

  private void cancel(Statement statement) {
    cancelled = true;
    // Asking may take as long as the server hangs, so the two do not wait for each other.
    Thread.ofVirtual().name("cancel").start(() -> ask(statement));
    Thread.ofVirtual().name("abort").start(this::abortAfterPatience);
  }

  private void ask(Statement statement) {
    try {
      kind.cancel(connection, statement);
    } catch (SQLException alreadyEndedOrGone) {
      // Whether it has ended is seen by the one that waits for it.
    }
  }

  private void abortAfterPatience() {
    try {
      if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        aborted = true;
        kind.cut(connection);
      }
    } catch (SQLException gone) {
      // Then there is nothing left to close.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
