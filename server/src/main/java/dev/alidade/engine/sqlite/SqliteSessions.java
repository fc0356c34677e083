package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The few connections of one source: lent for the time of one piece of work. */
final class SqliteSessions implements AutoCloseable {
  private static final long WAIT_SECONDS = 10;

  private final String source;
  private final Path file;
  private final int most;
  private final Semaphore room;
  private final ConcurrentLinkedDeque<SqliteSession> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SqliteSessions(String source, Path file, int most) {
    this.source = source;
    this.file = file;
    this.most = most;
    this.room = new Semaphore(most, true);
  }

  /** A session that nobody else uses until it is given back; it shows the tables themselves. */
  SqliteSession borrow() {
    SqliteSession session = borrow(SqliteViews.NONE);
    if (session.shows(SqliteViews.NONE)) {
      return session;
    }
    try {
      session.call(
          Cancellation.never(),
          () -> {
            session.show(SqliteViews.NONE);
            return true;
          });
      return session;
    } catch (RuntimeException | Error failure) {
      giveBack(session);
      throw failure;
    }
  }

  /** The same, where one that shows these views already is preferred; it may show others. */
  SqliteSession borrow(SqliteViews views) {
    try {
      if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AlidadeException(
            ErrorCode.OVERLOADED,
            "Source `%s` already runs %d statements; try again in a moment"
                .formatted(source, most));
      }
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", gone);
    }
    if (closed) {
      room.release();
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(source));
    }
    try {
      return current(views);
    } catch (AlidadeException failure) {
      room.release();
      throw failure.code() == ErrorCode.FILE_UNREADABLE
          ? new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, failure.getMessage(), failure)
          : failure;
    } catch (RuntimeException | Error failure) {
      room.release();
      throw failure;
    }
  }

  /** A session on the file that lies there now; those on one that was replaced are closed. */
  private SqliteSession current(SqliteViews views) {
    Object identity = SqliteSession.identityOf(source, file);
    for (SqliteSession session : idle) {
      boolean fits = session.shows(views) && session.identity().equals(identity);
      if (fits && idle.remove(session)) {
        return session;
      }
    }
    SqliteSession waiting = idle.pollLast();
    while (waiting != null && !waiting.identity().equals(identity)) {
      waiting.close();
      waiting = idle.pollLast();
    }
    return waiting == null ? SqliteSession.open(source, file) : waiting;
  }

  /** Takes a session back; one that is stuck keeps its room until the engine lets go. */
  void giveBack(SqliteSession session) {
    if (closed || !session.isUsable()) {
      session.close(room::release);
      return;
    }
    idle.addFirst(session);
    room.release();
  }

  @Override
  public void close() {
    closed = true;
    for (SqliteSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.close();
    }
  }
}
