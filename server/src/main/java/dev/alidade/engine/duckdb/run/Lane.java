package dev.alidade.engine.duckdb.run;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A way for queries through one database: connections that are lent to one query at a time. */
public final class Lane implements AutoCloseable {
  private final Database database;
  private final boolean measured;
  private final int mostIdle;
  private final boolean ofOneSession;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean opened;
  private boolean closed;

  /**
   * Queries on {@code database}, which is closed with it; {@code measured} ones tell how far they
   * are.
   */
  public Lane(Database database, boolean measured, int mostIdle) {
    this(database, measured, mostIdle, false);
  }

  private Lane(Database database, boolean measured, int mostIdle, boolean ofOneSession) {
    this.database = database;
    this.measured = measured;
    this.mostIdle = mostIdle;
    this.ofOneSession = ofOneSession;
  }

  /** One connection for one statement after the other; there is no other once it is closed. */
  public static Lane ofOneSession(Database database) {
    return new Lane(database, false, 1, true);
  }

  /** Whether the connection of a statement goes on to the next, whatever it leaves behind. */
  boolean isOfOneSession() {
    return ofOneSession;
  }

  /**
   * Whether a text leaves nothing behind, so that its plan and its connection may be used again.
   */
  public static boolean isRepeatable(String text) {
    return Session.isRepeatable(text);
  }

  /** The database that it leads through. */
  public Database database() {
    return database;
  }

  /** A statement that has not started yet; {@code names} are those of its parameters. */
  public EngineQuery query(String text, ParameterNames names) {
    return new NativeQuery(this, text, names);
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
    synchronized (this) {
      if (ofOneSession && opened) {
        throw new SQLException("the only connection is closed");
      }
      opened = true;
    }
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
