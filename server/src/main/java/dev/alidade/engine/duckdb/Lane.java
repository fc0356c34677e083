package dev.alidade.engine.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A way for queries through one database: so many threads a query, and connections that are lent to
 * one query at a time.
 */
final class Lane implements AutoCloseable {
  private final Database database;
  private final WorkerPool workers;
  private final boolean measured;
  private final int mostIdle;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  private Lane(Database database, WorkerPool workers, boolean measured) {
    this.database = database;
    this.workers = workers;
    this.measured = measured;
    mostIdle = workers.threads();
  }

  /** All threads for every query, which tells how far it is. */
  static Lane wide(String source, Path file, WorkFolder folder, WorkerPool workers)
      throws SQLException {
    Resources resources = Resources.ofThisMachine();
    return new Lane(Database.openReadOnly(source, file, folder.spill(), resources), workers, true);
  }

  /** One thread a query, which saves a small one the way to the others. */
  static Lane narrow(String source, Path file, WorkFolder folder, WorkerPool workers)
      throws SQLException {
    Resources resources = Resources.narrow();
    return new Lane(Database.openReadOnly(source, file, folder.spill(), resources), workers, false);
  }

  Database database() {
    return database;
  }

  WorkerPool workers() {
    return workers;
  }

  /** A connection that nobody else uses; one that has planned the text before, if there is one. */
  Session borrow(String text) throws SQLException {
    synchronized (this) {
      for (Iterator<Session> each = idle.iterator(); each.hasNext(); ) {
        Session session = each.next();
        if (session.knows(text)) {
          each.remove();
          return session;
        }
      }
      // The one that was not used for longest: what the others have planned is asked for sooner.
      Session session = idle.pollLast();
      if (session != null) {
        return session;
      }
    }
    return open();
  }

  /** A connection of its own. */
  Session open() throws SQLException {
    return new Session(measured ? database.connectMeasured() : database.connect());
  }

  /** Takes a connection back after a query that ran to its end. */
  void giveBack(Session session) {
    synchronized (this) {
      if (!closed && idle.size() < mostIdle) {
        idle.addFirst(session);
        return;
      }
    }
    session.close();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      idle.forEach(Session::close);
      idle.clear();
    }
    database.close();
  }
}
