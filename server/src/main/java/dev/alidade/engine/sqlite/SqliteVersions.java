package dev.alidade.engine.sqlite;

import dev.alidade.base.Cancellation;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Which schema a file has just now, asked for only when its files look otherwise than before. */
final class SqliteVersions {
  /** No schema of any file. */
  static final Version NONE = new Version("", -1);

  private final SqliteSessions sessions;
  private final Supplier<String> state;
  private volatile Seen lastSeen = new Seen("", NONE);

  /** {@code state} changes whenever the files of the database do. */
  SqliteVersions(SqliteSessions sessions, Supplier<String> state) {
    this.sessions = sessions;
    this.state = state;
  }

  /** Which schema of which file: another file may count its changes alike. */
  record Version(Object identity, long cookie) {}

  /** The schema that was found while the files looked so. */
  private record Seen(String state, Version version) {}

  Version current() {
    String now = state.get();
    Seen last = lastSeen;
    if (last.state().equals(now)) {
      return last.version();
    }
    SqliteSession session = sessions.borrow();
    try {
      Version version = session.call(Cancellation.never(), () -> of(session));
      lastSeen = new Seen(now, version);
      return version;
    } finally {
      sessions.giveBack(session);
    }
  }

  /** What a session reads. */
  static Version of(SqliteSession session) throws SQLException {
    return new Version(session.identity(), session.schemaVersion());
  }
}
